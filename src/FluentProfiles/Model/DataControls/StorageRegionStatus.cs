using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The status of a region's bucket.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class StorageRegionStatus
{
    /// <summary>The state of the region.</summary>
    [ProfileField("type")]
    public RegionStatusType Type { get; init; }

    /// <summary>The bucket that the region currently uses, or null for none. While the configured bucket is pending or
    /// has failed, this is the previous bucket.</summary>
    [ProfileField("effective_bucket")]
    public BucketReference? EffectiveBucket { get; init; }

    /// <summary>The checks that the bucket failed in the last validation. Empty if none failed.</summary>
    [ProfileField("failed_checks")]
    public IReadOnlyList<StorageFailedCheck> FailedChecks
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The time when the status last became <see cref="RegionStatusType.Active"/>, or null in any other
    /// status.</summary>
    [ProfileField("validated_at")]
    public DateTimeOffset? ValidatedAt { get; init; }

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
