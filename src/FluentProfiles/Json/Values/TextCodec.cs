using System.Text.Json;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Json.Values;

/// <summary>A string of its own, or null.</summary>
internal sealed class TextCodec : ValueCodec<string?>
{
    public override string? Read(ref Utf8JsonReader reader, ReadContext context) =>
        reader.TokenType switch
        {
            JsonTokenType.String => JsonText.Of(ref reader),
            JsonTokenType.Null => null,
            _ => throw Unexpected(ref reader, "A string or null"),
        };

    public override void Write(Utf8JsonWriter writer, string? value, bool withNulls) => writer.WriteStringValue(value);
}
