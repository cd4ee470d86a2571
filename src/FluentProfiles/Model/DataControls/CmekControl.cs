using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The customer-managed encryption keys of a profile: a <see cref="CmekDisabled"/>, a <see cref="CmekEnabled"/>, or a
/// <see cref="CmekUnknown"/> where this version does not know the type.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public abstract class CmekControl
{
    private protected CmekControl(DataControlType type) => Type = type;

    /// <summary>Whether the control is on.</summary>
    [ProfileField("type")]
    public DataControlType Type { get; init; }

    /// <summary>Keys that a region has retired, those that expire first at the front.</summary>
    [ProfileField("retired_keys")]
    public IReadOnlyList<RetiredKey> RetiredKeys
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Members that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
