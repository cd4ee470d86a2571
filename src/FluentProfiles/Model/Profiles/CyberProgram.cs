using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A customer's enrolment in the cyber program.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CyberProgram
{
    /// <summary>The state of the enrolment.</summary>
    [ProfileField("status")]
    public ProgramStatus Status { get; init; }

    /// <summary>What the program asks of the customer, or null.</summary>
    [ProfileField("requirements")]
    public CyberRequirements? Requirements { get; init; }

    /// <summary>Tiers by name; a missing one reads as null. A list reports none, whatever they are: read them by
    /// <c>GetAsync</c> or in a query with <c>WithDetails()</c>.</summary>
    [ProfileField("tiers", OnlyByGet = true)]
    public ProfileMap<CyberTier> Tiers
    {
        get;
        init => field = value ?? ProfileMap<CyberTier>.Empty;
    } = ProfileMap<CyberTier>.Empty;

    /// <summary>Members that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
