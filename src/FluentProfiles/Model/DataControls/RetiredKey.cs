using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A key that a region has retired.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class RetiredKey
{
    /// <summary>The id of the key, <c>ekey_…</c>.</summary>
    [ProfileField("external_key_id")]
    public string ExternalKeyId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The code of the region that retired the key.</summary>
    [ProfileField("region")]
    public string Region
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The time when the entry is removed. Keep the key usable until then.</summary>
    [ProfileField("expires_at")]
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
