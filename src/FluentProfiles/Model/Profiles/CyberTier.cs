using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A tier of the cyber program.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CyberTier
{
    /// <summary>The state of the tier.</summary>
    [ProfileField("status")]
    public TierStatus Status { get; init; }

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
