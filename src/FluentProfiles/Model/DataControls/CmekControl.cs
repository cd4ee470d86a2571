using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The customer-managed encryption keys of a profile: a <see cref="CmekDisabled"/>, a
/// <see cref="CmekEnabled"/>, or a <see cref="CmekUnknown"/> for a type that this version of the library does not
/// know.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public abstract class CmekControl
{
    private protected CmekControl(DataControlType type) => Type = type;

    /// <summary>The type, which states whether the control is enabled.</summary>
    [ProfileField("type")]
    public DataControlType Type { get; init; }

    /// <summary>The keys that regions have retired, sorted by expiry, earliest first.</summary>
    [ProfileField("retired_keys")]
    public IReadOnlyList<RetiredKey> RetiredKeys
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The members that this version of the library does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
