using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A control of a type that this version of the library does not know. <see cref="CmekControl.Type"/> contains
/// the type, and <see cref="CmekControl.AdditionalProperties"/> the other members.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CmekUnknown() : CmekControl(default)
{
    internal static CmekUnknown Missing { get; } = new();
}
