using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A measure that the service has taken against a customer.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class EnforcementAction
{
    /// <summary>The id, <c>enac_…</c>.</summary>
    [ProfileField("id")]
    public string Id
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The kind of the action. For unknown kinds, see <see cref="EnforcementActionType.Effective"/>.</summary>
    [ProfileField("type")]
    public EnforcementActionType Type { get; init; }

    /// <summary>What the customer can do about it, or the default value if there is nothing to do.</summary>
    [ProfileField("action")]
    public RequiredAction Action { get; init; }

    /// <summary>The time when the action ends automatically, or null.</summary>
    [ProfileField("expires_at")]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The time when the action was taken.</summary>
    [ProfileField("opened_at")]
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>The reason. For unknown reasons, see <see cref="EnforcementReason.Effective"/>.</summary>
    [ProfileField("reason")]
    public EnforcementReason Reason { get; init; }

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
