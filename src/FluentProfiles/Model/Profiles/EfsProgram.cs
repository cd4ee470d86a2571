using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A customer's enrollment in the EFS program.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class EfsProgram
{
    /// <summary>The state of the enrollment.</summary>
    [ProfileField("status")]
    public ProgramStatus Status { get; init; }

    /// <summary>The features by name. The indexer returns null for a missing name.</summary>
    [ProfileField("features")]
    public ProfileMap<EfsFeature> Features
    {
        get;
        init => field = value ?? ProfileMap<EfsFeature>.Empty;
    } = ProfileMap<EfsFeature>.Empty;

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
