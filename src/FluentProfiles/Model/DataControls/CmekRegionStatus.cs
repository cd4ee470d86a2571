using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The status of a region's encryption key.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CmekRegionStatus
{
    /// <summary>The state of the region.</summary>
    [ProfileField("type")]
    public RegionStatusType Type { get; init; }

    /// <summary>The id of the key that the region currently uses, or null for none. While the configured key is pending
    /// or has failed, this is the previous key.</summary>
    [ProfileField("effective_external_key_id")]
    public string? EffectiveExternalKeyId { get; init; }

    /// <summary>The reason why the key was last rejected, or null if there is nothing to report.</summary>
    [ProfileField("error")]
    public string? Error { get; init; }

    /// <summary>The time when the region last used the key successfully, or null if it is not reported.</summary>
    [ProfileField("last_checked_at")]
    public DateTimeOffset? LastCheckedAt { get; init; }

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
