using System.Text.Json.Serialization;

namespace FluentProfiles.Tests.Json.Objects;

/// <summary>An application's own generated metadata.</summary>
[JsonSerializable(typeof(UserProfile))]
[JsonSerializable(typeof(List<UserProfile>))]
[JsonSerializable(typeof(Dictionary<string, UserProfile>))]
[JsonSerializable(typeof(DataControls))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
