using System.Text.Json;
using System.Text.Json.Serialization;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json;

/// <summary>Enables <see cref="JsonSerializer"/> to write the library's extensible enums, such as
/// <see cref="EnforcementStatus"/>, as strings, and to read them. The default value is written as null. Unknown values
/// are preserved. The types reference this converter, so it needs no registration.</summary>
public sealed class ProfileValueConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => ExtensibleEnums.Find(typeToConvert)?.Type == typeToConvert;

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        ExtensibleEnums.Find(typeToConvert)!.Accept(new Maker());

    private sealed class Maker : IExtensibleEnumVisitor<JsonConverter>
    {
        public JsonConverter Visit<T>(ExtensibleEnum<T> type)
            where T : struct, IEquatable<T> => new ValueTextConverter<T>(type.Create);
    }
}
