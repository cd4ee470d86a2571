using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A check that a bucket failed.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class StorageFailedCheck
{
    /// <summary>The check.</summary>
    [ProfileField("check")]
    public StorageCheck Check { get; init; }

    /// <summary>What failed and, if the customer can correct it, what to change.</summary>
    [ProfileField("message")]
    public string Message
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The account of the service that the check concerns, or the default value for none.</summary>
    [ProfileField("role")]
    public StorageRole Role { get; init; }

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
