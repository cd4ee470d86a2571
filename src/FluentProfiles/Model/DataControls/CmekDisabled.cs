using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>A disabled control: no region has a key.</summary>
[JsonConverter(typeof(ProfileModelConverter))]
public sealed class CmekDisabled() : CmekControl(DataControlType.Disabled);
