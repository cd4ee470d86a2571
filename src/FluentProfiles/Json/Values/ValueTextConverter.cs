using System.Text.Json;
using System.Text.Json.Serialization;

namespace FluentProfiles.Json.Values;

/// <summary>An extensible enum as its text, the default value as null; as the key of a dictionary, too.</summary>
internal sealed class ValueTextConverter<TValue>(Func<string?, TValue> create) : JsonConverter<TValue>
    where TValue : struct
{
    public override bool HandleNull => true;

    public override TValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => create(JsonText.Of(ref reader)),
            JsonTokenType.Null => default,
            _ => throw new JsonException($"A string or null was expected for {typeof(TValue).Name}."),
        };

    public override void Write(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options)
    {
        if (value.ToString() is { Length: > 0 } text)
            writer.WriteStringValue(text);
        else
            writer.WriteNullValue();
    }

    public override TValue ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => create(JsonText.Of(ref reader));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TValue value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString()!);
}
