using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A disabled control: no region has a bucket.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class StorageDisabled() : StorageControl(DataControlType.Disabled);
