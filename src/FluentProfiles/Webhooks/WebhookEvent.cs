using System.Text.Json;

namespace FluentProfiles;

/// <summary>An event of the organization, as <see cref="WebhookVerifier"/> reads it: something changed, and not what. Read the profile
/// to find out. Immutable.</summary>
/// <remarks>An event may be delivered more than once, in any order, or late: use <see cref="Id"/> to skip what you have handled.
/// Events of other features come through the same endpoint; they have no <see cref="ProfileId"/>.</remarks>
public sealed class WebhookEvent
{
    /// <summary>Gets the id of the event, the same for each of its deliveries.</summary>
    public string Id
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets when the event happened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets what happened, also where this version does not know it.</summary>
    public WebhookEventType Type { get; init; }

    /// <summary>Gets the id of the profile that the event is about. Never null for the known types, null for events of
    /// other features.</summary>
    public string? ProfileId { get; init; }

    /// <summary>Gets the id of the organization, or null where the event does not name it.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Gets the id of the enforcement action that was opened or resolved, <c>enac_…</c>; null for other
    /// events.</summary>
    public string? EnforcementActionId { get; init; }

    /// <summary>Gets the whole event as JSON, with the members that this version does not know. It belongs to no document and needs no
    /// disposal. Undefined in an event made without it.</summary>
    public JsonElement Raw { get; init; }

    /// <summary>Returns the type and the id.</summary>
    public override string ToString() => $"{Type} {Id}";
}
