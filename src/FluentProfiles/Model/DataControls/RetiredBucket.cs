using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A bucket that a region has retired.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class RetiredBucket
{
    /// <summary>The bucket's name in Cloud Storage.</summary>
    [ProfileField("bucket_name")]
    public string BucketName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The number of the Google Cloud project that contains the bucket, in decimal.</summary>
    [ProfileField("project_number")]
    public string ProjectNumber
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The code of the region that retired the bucket.</summary>
    [ProfileField("region")]
    public string Region
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The time when the entry is removed. Keep the bucket usable until then.</summary>
    [ProfileField("expires_at")]
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
