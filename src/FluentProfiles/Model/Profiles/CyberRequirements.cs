using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The requirements of the cyber program for a customer.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CyberRequirements
{
    /// <summary>Gets a value that indicates whether data must be retained.</summary>
    [ProfileField("data_retention")]
    public bool DataRetention { get; init; }

    /// <summary>Gets a value that indicates whether a review by a person is required.</summary>
    [ProfileField("human_review")]
    public bool HumanReview { get; init; }

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
