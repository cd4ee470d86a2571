using System.Text.Json;
using System.Text.Json.Serialization;
using FluentProfiles.Json.Objects;
using FluentProfiles.Json.Values;

namespace FluentProfiles.Json;

/// <summary>Enables <see cref="JsonSerializer"/> to write <see cref="UserProfile"/>, <see cref="DataControls"/> and
/// their parts in the service's format, and to read them. The types reference this converter, so it needs no
/// registration, either with reflection or in a <see cref="JsonSerializerContext"/>.</summary>
/// <remarks>Names are the service's names, whatever the naming policy. Unknown members are preserved. A member without
/// a value is written as null if every revision that the profile can come from has the member. Otherwise, or with
/// <see cref="JsonIgnoreCondition.WhenWritingNull"/>, it is omitted.</remarks>
public sealed class ProfileModelConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.Assembly == typeof(UserProfile).Assembly && Find(typeToConvert) is not null;
    }

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        Find(typeToConvert)?.ToConverter(options);

    private static ValueCodec? Find(Type type) => ModelCodecs.Find(type) ?? DataControlsCodecs.Find(type);
}
