using System.Text.Json;

namespace FluentProfiles;

/// <summary>A webhook event of the organization, as <see cref="WebhookVerifier"/> returns it. It states that a profile
/// has changed, but not its new state. Read the profile to get the new state. Immutable.</summary>
/// <remarks>An event may be delivered more than once, in any order, or late. Use <see cref="Id"/> to skip events that
/// you have already processed. Events of other features arrive at the same endpoint. They have no
/// <see cref="ProfileId"/>.</remarks>
public sealed class WebhookEvent
{
    /// <summary>Gets the id of the event, which is the same for each delivery.</summary>
    public string Id
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the time at which the event occurred.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the type of the event, including types that this version of the library does not know.</summary>
    public WebhookEventType Type { get; init; }

    /// <summary>Gets the id of the profile that the event concerns. Never null for the known types; null for events of
    /// other features.</summary>
    public string? ProfileId { get; init; }

    /// <summary>Gets the id of the organization, or null if the event does not contain it.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Gets the id of the enforcement action that was opened or resolved, <c>enac_…</c>; null for other
    /// events.</summary>
    public string? EnforcementActionId { get; init; }

    /// <summary>Gets the whole event as JSON, including members that this version of the library does not know. The
    /// element does not belong to a <see cref="JsonDocument"/> and needs no disposal. Undefined if the event was
    /// created without it.</summary>
    public JsonElement Raw { get; init; }

    /// <summary>Returns the type and the id.</summary>
    public override string ToString() => $"{Type} {Id}";
}
