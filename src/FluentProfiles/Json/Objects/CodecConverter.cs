using System.Text.Json;
using System.Text.Json.Serialization;
using FluentProfiles.Json.Pages;
using FluentProfiles.Json.Values;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Objects;

/// <summary>Lets <see cref="JsonSerializer"/> read and write a type of the model as the service does.</summary>
internal sealed class CodecConverter<TValue>(ValueCodec<TValue> codec, JsonSerializerOptions options)
    : JsonConverter<TValue>
{
    private readonly ReadContext context = new(FieldMask.All, new());
    private readonly bool withNulls =
        options.DefaultIgnoreCondition
        is not (JsonIgnoreCondition.WhenWritingNull or JsonIgnoreCondition.WhenWritingDefault);

    public override TValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        codec.Read(ref reader, context);

    public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options) =>
        codec.Write(writer, value, withNulls);
}
