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

    /// <summary>What failed and, where the customer can mend it, what to change.</summary>
    [ProfileField("message")]
    public string Message
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The account of the service that the check is about; the default value where it is about none.</summary>
    [ProfileField("role")]
    public StorageRole Role { get; init; }

    /// <summary>Members that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
