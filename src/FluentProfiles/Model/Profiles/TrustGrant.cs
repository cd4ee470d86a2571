using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A trust grant of the revisions up to 2026-09-04.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class TrustGrant
{
    /// <summary>Its state.</summary>
    [ProfileField("status")]
    public TrustGrantStatus Status { get; init; }

    /// <summary>Members that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
