using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The customer's own storage of a profile: a <see cref="StorageDisabled"/>, a <see cref="StorageEnabled"/>, or a
/// <see cref="StorageUnknown"/> where this version does not know the type.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public abstract class StorageControl
{
    private protected StorageControl(DataControlType type) => Type = type;

    /// <summary>Whether the control is on.</summary>
    [ProfileField("type")]
    public DataControlType Type { get; init; }

    /// <summary>Buckets that a region has retired, those that expire first at the front.</summary>
    [ProfileField("retired_buckets")]
    public IReadOnlyList<RetiredBucket> RetiredBuckets
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Members that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
