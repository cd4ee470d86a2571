using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A control of a type that this version does not know. <see cref="StorageControl.Type"/> keeps the type,
/// <see cref="StorageControl.AdditionalProperties"/> the other members.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class StorageUnknown() : StorageControl(default)
{
    internal static StorageUnknown Missing { get; } = new();
}
