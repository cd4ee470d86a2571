using System.Text.Json;
using FluentProfiles.Json.Values;

namespace FluentProfiles.Json.Pages;

/// <summary>Reads the JSON around the profiles of a page.</summary>
internal static class Envelope
{
    public static string? ReadCursor(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var cursor = reader.TokenType == JsonTokenType.String ? JsonText.Of(ref reader) : null;
        // What was no text can't be sent back as it was.
        return cursor is { Length: > 0 } && !JsonText.IsReplaced(cursor) && !Cursor.IsTooLong(cursor)
            ? cursor
            : throw new JsonException(
                $"\"next_page\" is neither null nor a string of at most {Cursor.MostBytes} bytes."
            );
    }

    /// <summary>Rejects credentials in cursors and ids, because these go into resume tokens, which leave the application.</summary>
    public static void ThrowIfCredentials(IJsonOrigin origin, string? value, string member)
    {
        if (value is not null && origin.HasCredentials(value))
            throw new JsonException($"\"{member}\" repeats the credentials of the client.");
    }

    /// <summary>Rejects a member that occurs twice, because it is unknown which of the two counts.</summary>
    public static void ThrowIfRepeated(bool isRepeated, string name)
    {
        if (isRepeated)
            throw new JsonException($"\"{name}\" comes twice.");
    }

    public static void Expect(ref Utf8JsonReader reader, JsonTokenType wanted, string what)
    {
        if (!reader.Read() || reader.TokenType != wanted)
            throw new JsonException($"{what} was expected where the response has {reader.TokenType}.");
    }

    public static void ExpectProfile(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A profile was expected where the response has {reader.TokenType}.");
    }

    // A reader over a whole body throws for whatever follows the value.
    public static void ExpectEnd(ref Utf8JsonReader reader)
    {
        while (reader.Read()) { }
    }
}
