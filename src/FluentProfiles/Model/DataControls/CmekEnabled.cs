using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The control is on: at least one region has a key.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CmekEnabled() : CmekControl(DataControlType.Enabled)
{
    /// <summary>The id of the key that is set for a region, <c>ekey_…</c>, by the region's code; null for a region without
    /// one.</summary>
    [ProfileField("external_key_ids")]
    public ProfileMap<string> ExternalKeyIds
    {
        get;
        init => field = value ?? ProfileMap<string>.Empty;
    } = ProfileMap<string>.Empty;

    /// <summary>The status of each region by its code; null for a region without one. The service may leave out a region that
    /// the organisation is not offered.</summary>
    [ProfileField("status")]
    public ProfileMap<CmekRegionStatus> Status
    {
        get;
        init => field = value ?? ProfileMap<CmekRegionStatus>.Empty;
    } = ProfileMap<CmekRegionStatus>.Empty;
}
