using System.Text.Json;

namespace FluentProfiles.Json;

/// <summary>What is around the profiles of an answer.</summary>
internal static class Envelope
{
    // What no address can carry: a longer one could never be asked for.
    private const int LongestCursor = 16 * 1024;

    public static string? ReadCursor(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var cursor = reader.TokenType == JsonTokenType.String ? JsonText.Of(ref reader) : null;
        // What was no text can't be sent back as it was.
        return cursor is { Length: > 0 and <= LongestCursor } && !JsonText.IsReplaced(cursor)
            ? cursor
            : throw new JsonException($"\"next_page\" is neither null nor a text of 1 to {LongestCursor} characters.");
    }

    /// <summary>Of a member that comes twice it is not known which is meant.</summary>
    public static void ThrowIfRepeated(bool isRepeated, string name)
    {
        if (isRepeated)
            throw new JsonException($"\"{name}\" comes twice.");
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
