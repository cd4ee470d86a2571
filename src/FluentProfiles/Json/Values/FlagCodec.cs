using System.Text.Json;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Json.Values;

/// <summary>A boolean; null counts as false.</summary>
internal sealed class FlagCodec : ValueCodec<bool>
{
    public override bool Read(ref Utf8JsonReader reader, ReadContext context) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False or JsonTokenType.Null => false,
            _ => throw Unexpected(ref reader, "A boolean"),
        };

    public override void Write(Utf8JsonWriter writer, bool value, bool withNulls) => writer.WriteBooleanValue(value);
}
