using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A customer's enrollment in the cyber program.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CyberProgram
{
    /// <summary>The state of the enrollment.</summary>
    [ProfileField("status")]
    public ProgramStatus Status { get; init; }

    /// <summary>The requirements of the program for the customer, or null.</summary>
    [ProfileField("requirements")]
    public CyberRequirements? Requirements { get; init; }

    /// <summary>The tiers by name. The indexer returns null for a missing name. A list never contains tiers: read them
    /// with <c>GetAsync</c>, or in a query with <c>WithDetails()</c>.</summary>
    [ProfileField("tiers", OnlyByGet = true)]
    public ProfileMap<CyberTier> Tiers
    {
        get;
        init => field = value ?? ProfileMap<CyberTier>.Empty;
    } = ProfileMap<CyberTier>.Empty;

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
