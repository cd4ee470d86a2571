using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A control of a type that this version of the library does not know. <see cref="StorageControl.Type"/>
/// contains the type, and <see cref="StorageControl.AdditionalProperties"/> the other members.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class StorageUnknown() : StorageControl(default)
{
    internal static StorageUnknown Missing { get; } = new();
}
