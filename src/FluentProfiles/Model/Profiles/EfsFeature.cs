using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A feature of the EFS program.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class EfsFeature
{
    /// <summary>Its state.</summary>
    [ProfileField("status")]
    public FeatureStatus Status { get; init; }

    /// <summary>Members that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
