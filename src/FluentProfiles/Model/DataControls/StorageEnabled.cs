using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The control is on: at least one region has a bucket.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class StorageEnabled() : StorageControl(DataControlType.Enabled)
{
    /// <summary>The bucket that is set for a region, by the region's code; null for a region without one.</summary>
    [ProfileField("buckets")]
    public ProfileMap<StorageBucket> Buckets
    {
        get;
        init => field = value ?? ProfileMap<StorageBucket>.Empty;
    } = ProfileMap<StorageBucket>.Empty;

    /// <summary>The status of each region by its code; null for a region without one. The service may leave out a region that
    /// the organisation is not offered.</summary>
    [ProfileField("status")]
    public ProfileMap<StorageRegionStatus> Status
    {
        get;
        init => field = value ?? ProfileMap<StorageRegionStatus>.Empty;
    } = ProfileMap<StorageRegionStatus>.Empty;
}
