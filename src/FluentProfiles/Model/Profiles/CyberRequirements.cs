using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>What the cyber program asks of a customer.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CyberRequirements
{
    /// <summary>Whether data must be retained.</summary>
    [ProfileField("data_retention")]
    public bool DataRetention { get; init; }

    /// <summary>Whether a person must review.</summary>
    [ProfileField("human_review")]
    public bool HumanReview { get; init; }

    /// <summary>Members that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
