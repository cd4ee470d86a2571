using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>One measure of the service against a customer.</summary>
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

    /// <summary>The kind of the action; see <see cref="EnforcementActionType.Effective"/> for unknown ones.</summary>
    [ProfileField("type")]
    public EnforcementActionType Type { get; init; }

    /// <summary>What the customer can do about it; the default value where there is nothing to do.</summary>
    [ProfileField("action")]
    public RequiredAction Action { get; init; }

    /// <summary>When the action ends by itself, or null.</summary>
    [ProfileField("expires_at")]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When the action was taken.</summary>
    [ProfileField("opened_at")]
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Why; see <see cref="EnforcementReason.Effective"/> for unknown reasons.</summary>
    [ProfileField("reason")]
    public EnforcementReason Reason { get; init; }

    /// <summary>Members that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
