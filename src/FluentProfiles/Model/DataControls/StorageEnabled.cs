using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>An enabled control: at least one region has a bucket.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class StorageEnabled() : StorageControl(DataControlType.Enabled)
{
    /// <summary>The bucket that is configured for each region, by region code. The indexer returns null for a region
    /// without a bucket.</summary>
    [ProfileField("buckets")]
    public ProfileMap<StorageBucket> Buckets
    {
        get;
        init => field = value ?? ProfileMap<StorageBucket>.Empty;
    } = ProfileMap<StorageBucket>.Empty;

    /// <summary>The status of each region, by region code. The indexer returns null for a region without one. The
    /// service may omit a region that is not available to the organization.</summary>
    [ProfileField("status")]
    public ProfileMap<StorageRegionStatus> Status
    {
        get;
        init => field = value ?? ProfileMap<StorageRegionStatus>.Empty;
    } = ProfileMap<StorageRegionStatus>.Empty;
}
