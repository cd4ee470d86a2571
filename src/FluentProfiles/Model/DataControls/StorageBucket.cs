using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The bucket that is configured for a region.</summary>
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

    /// <summary>The number of the Google Cloud project that contains the bucket, in decimal.</summary>
    [ProfileField("project_number")]
    public string ProjectNumber
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The id of the project, or null until the region has confirmed the bucket.</summary>
    [ProfileField("project_id")]
    public string? ProjectId { get; init; }

    /// <summary>The location of the bucket, or null until the region has confirmed the bucket.</summary>
    [ProfileField("location")]
    public string? Location { get; init; }

    /// <summary>The bucket's default Cloud KMS key, or null if the bucket has none or the region has not confirmed the
    /// bucket.</summary>
    [ProfileField("kms_key_name")]
    public string? KmsKeyName { get; init; }

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
