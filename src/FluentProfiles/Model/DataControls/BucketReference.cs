using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The name of a bucket and the project that contains it.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class BucketReference
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

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
