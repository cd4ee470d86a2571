using System.Text.Json;
using System.Text.Json.Serialization;

namespace FluentProfiles.Writing.Sync.Saving;

/// <summary>The JSON of saved plans.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(PlanData))]
[JsonSerializable(typeof(StepData))]
[JsonSerializable(typeof(UserProfile))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class SyncJson : JsonSerializerContext;
