using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The bucket that is set for a region.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class StorageBucket
{
    /// <summary>The bucket's name in Cloud Storage.</summary>
    [ProfileField("bucket_name")]
    public string BucketName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The number of the Google Cloud project that holds the bucket, in decimal.</summary>
    [ProfileField("project_number")]
    public string ProjectNumber
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The id of the project, or null until the region has confirmed the bucket.</summary>
    [ProfileField("project_id")]
    public string? ProjectId { get; init; }

    /// <summary>Where the bucket is, or null until the region has confirmed the bucket.</summary>
    [ProfileField("location")]
    public string? Location { get; init; }

    /// <summary>The Cloud KMS key that the bucket encrypts with by default, or null where it has none or the region has not
    /// confirmed the bucket.</summary>
    [ProfileField("kms_key_name")]
    public string? KmsKeyName { get; init; }

    /// <summary>Members that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
