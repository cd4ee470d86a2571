using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The status of a region's bucket.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class StorageRegionStatus
{
    /// <summary>How far the region has got.</summary>
    [ProfileField("type")]
    public RegionStatusType Type { get; init; }

    /// <summary>The bucket that the region applies now, or null for none. It is the previous bucket as long as the one that
    /// is set is pending or has failed.</summary>
    [ProfileField("effective_bucket")]
    public BucketReference? EffectiveBucket { get; init; }

    /// <summary>The checks that the bucket failed the last time. Empty where none failed.</summary>
    [ProfileField("failed_checks")]
    public IReadOnlyList<StorageFailedCheck> FailedChecks
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When the status last became <see cref="RegionStatusType.Active"/>; null under any other.</summary>
    [ProfileField("validated_at")]
    public DateTimeOffset? ValidatedAt { get; init; }

    /// <summary>Members that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
