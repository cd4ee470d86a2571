using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A trust grant, in the revisions up to 2026-09-04.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class TrustGrant
{
    /// <summary>The state of the grant.</summary>
    [ProfileField("status")]
    public TrustGrantStatus Status { get; init; }

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
