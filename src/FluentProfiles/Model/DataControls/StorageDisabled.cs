using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The control is off: no region has a bucket.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class StorageDisabled() : StorageControl(DataControlType.Disabled);
