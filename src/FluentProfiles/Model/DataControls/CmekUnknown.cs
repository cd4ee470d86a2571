using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A control of a type that this version does not know. <see cref="CmekControl.Type"/> keeps the type,
/// <see cref="CmekControl.AdditionalProperties"/> the other members.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CmekUnknown() : CmekControl(default)
{
    internal static CmekUnknown Missing { get; } = new();
}
