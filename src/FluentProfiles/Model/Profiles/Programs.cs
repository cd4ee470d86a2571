using System.Text.Json.Serialization;
using FluentProfiles.Json;
using FluentProfiles.Model.Profiles;

namespace FluentProfiles;

/// <summary>A customer's enrollment in the service's programs.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class Programs
{
    internal static Programs Empty { get; } = new();

    /// <summary>The cyber program, or null.</summary>
    [ProfileField("cyber")]
    public CyberProgram? Cyber { get; init; }

    /// <summary>The EFS program, or null. In a list it is null for every profile: read it with <c>GetAsync</c>, or in a
    /// query with <c>WithDetails()</c>.</summary>
    [ProfileField("efs", OnlyByGet = true)]
    public EfsProgram? Efs { get; init; }

    /// <summary>The members that this version of the library does not know.</summary>
    [NeverNull]
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
