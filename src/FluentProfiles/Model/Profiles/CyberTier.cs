using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A tier of the cyber program.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CyberTier
{
    /// <summary>Its state.</summary>
    [ProfileField("status")]
    public TierStatus Status { get; init; }

    /// <summary>Members that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
