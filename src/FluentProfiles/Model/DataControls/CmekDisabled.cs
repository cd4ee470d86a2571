using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The control is off: no region has a key.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CmekDisabled() : CmekControl(DataControlType.Disabled);
