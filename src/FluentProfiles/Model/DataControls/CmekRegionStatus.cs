using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The status of a region's encryption key.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CmekRegionStatus
{
    /// <summary>How far the region has got.</summary>
    [ProfileField("type")]
    public RegionStatusType Type { get; init; }

    /// <summary>The id of the key that the region applies now, or null for none. It is the previous key as long as the one
    /// that is set is pending or has failed.</summary>
    [ProfileField("effective_external_key_id")]
    public string? EffectiveExternalKeyId { get; init; }

    /// <summary>Why the key was refused the last time, or null where there is nothing to report.</summary>
    [ProfileField("error")]
    public string? Error { get; init; }

    /// <summary>When the region last used the key successfully, or null where that is not reported.</summary>
    [ProfileField("last_checked_at")]
    public DateTimeOffset? LastCheckedAt { get; init; }

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
