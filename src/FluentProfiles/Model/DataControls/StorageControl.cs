using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The customer's own storage of a profile: a <see cref="StorageDisabled"/>, a <see cref="StorageEnabled"/>,
/// or a <see cref="StorageUnknown"/> for a type that this version of the library does not know.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public abstract class StorageControl
{
    private protected StorageControl(DataControlType type) => Type = type;

    /// <summary>The type, which states whether the control is enabled.</summary>
    [ProfileField("type")]
    public DataControlType Type { get; init; }

    /// <summary>The buckets that regions have retired, sorted by expiry, earliest first.</summary>
    [ProfileField("retired_buckets")]
    public IReadOnlyList<RetiredBucket> RetiredBuckets
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
