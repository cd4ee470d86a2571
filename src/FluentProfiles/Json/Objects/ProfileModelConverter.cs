using System.Text.Json;
using System.Text.Json.Serialization;
using FluentProfiles.Json.Objects;
using FluentProfiles.Json.Values;

namespace FluentProfiles.Json;

/// <summary>Lets <see cref="JsonSerializer"/> write <see cref="UserProfile"/>, <see cref="DataControls"/> and their parts as the
/// service does, and read them again. The types name it themselves; it needs no registration, by reflection or in a
/// <see cref="JsonSerializerContext"/>.</summary>
/// <remarks>Names are the service's, whatever the naming policy; unknown members are kept in place. A member without a
/// value is written as null if every revision that can have served the profile serves it, and left out otherwise or with
/// <see cref="JsonIgnoreCondition.WhenWritingNull"/>.</remarks>
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
