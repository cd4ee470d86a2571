using System.Text.Json;

namespace FluentProfiles.Json;

/// <summary>What is around the profiles of an answer.</summary>
internal static class Envelope
{
    public static string? ReadCursor(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var cursor = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return string.IsNullOrEmpty(cursor)
            ? throw new JsonException("\"next_page\" is neither a non-empty string nor null.")
            : cursor;
    }

    public static void Expect(ref Utf8JsonReader reader, JsonTokenType wanted, string what)
    {
        if (!reader.Read() || reader.TokenType != wanted)
            throw new JsonException($"{what} was expected where the answer has {reader.TokenType}.");
    }

    public static void ExpectProfile(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A profile was expected where the answer has {reader.TokenType}.");
    }

    // A reader over a whole body throws for whatever follows the value.
    public static void ExpectEnd(ref Utf8JsonReader reader)
    {
        while (reader.Read()) { }
    }
}
