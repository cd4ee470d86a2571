using System.Text.Json;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Json.Values;

/// <summary>A whole number; null counts as 0.</summary>
internal sealed class NumberCodec : ValueCodec<int>
{
    public override int Read(ref Utf8JsonReader reader, ReadContext context) =>
        reader.TokenType == JsonTokenType.Null ? 0
        : reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number
        : throw Unexpected(ref reader, "A whole number");

    public override void Write(Utf8JsonWriter writer, int value, bool withNulls) => writer.WriteNumberValue(value);
}
