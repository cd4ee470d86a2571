using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A feature of the EFS program.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class EfsFeature
{
    /// <summary>The state of the feature.</summary>
    [ProfileField("status")]
    public FeatureStatus Status { get; init; }

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
