using System.Text.Json.Serialization;

namespace FluentProfiles.Benchmarks.HandWritten;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PageDto<ProfileDto>), TypeInfoPropertyName = "FullPage")]
[JsonSerializable(typeof(PageDto<IdAndNameDto>), TypeInfoPropertyName = "IdAndNamePage")]
[JsonSerializable(typeof(PageDto<NothingDto>), TypeInfoPropertyName = "CountPage")]
internal sealed partial class DtoContext : JsonSerializerContext;
