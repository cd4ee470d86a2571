using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>An enabled control: at least one region has a key.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CmekEnabled() : CmekControl(DataControlType.Enabled)
{
    /// <summary>The id of the key that is configured for each region, <c>ekey_…</c>, by region code. The indexer
    /// returns null for a region without a key.</summary>
    [ProfileField("external_key_ids")]
    public ProfileMap<string> ExternalKeyIds
    {
        get;
        init => field = value ?? ProfileMap<string>.Empty;
    } = ProfileMap<string>.Empty;

    /// <summary>The status of each region, by region code. The indexer returns null for a region without one. The
    /// service may omit a region that is not available to the organization.</summary>
    [ProfileField("status")]
    public ProfileMap<CmekRegionStatus> Status
    {
        get;
        init => field = value ?? ProfileMap<CmekRegionStatus>.Empty;
    } = ProfileMap<CmekRegionStatus>.Empty;
}
