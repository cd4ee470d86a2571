using System.Text.Json;
using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>Reads the bodies of answers: a page of a list, or one profile.</summary>
internal sealed class PageReader(ReadContext context)
{
    private static readonly UserProfile Unread = new();

    /// <summary>Reads a page: <c>{"data":[…],"next_page":"…"}</c>, the cursor null or missing at the end.</summary>
    /// <exception cref="JsonException">The body is no page.</exception>
    public Page ReadPage(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        Expect(ref reader, JsonTokenType.StartObject, "A page (an object)");
        List<UserProfile>? profiles = null;
        string? cursor = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
                profiles = ReadProfiles(ref reader);
            else if (reader.ValueTextEquals("next_page"u8))
                cursor = ReadCursor(ref reader);
            else
                reader.Skip();
        }
        ExpectEnd(ref reader);
        return new(profiles ?? throw new JsonException("The page has no \"data\"."), cursor);
    }

    /// <summary>Reads one profile.</summary>
    /// <exception cref="JsonException">The body is no profile.</exception>
    public UserProfile ReadProfile(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        var profile = ReadProfile(ref reader);
        ExpectEnd(ref reader);
        return profile;
    }

    private List<UserProfile> ReadProfiles(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray, "A list of profiles in \"data\"");
        List<UserProfile> profiles = new(100);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            profiles.Add(context.Fields.IsEmpty ? Skipped(ref reader) : ReadProfile(ref reader));
        return profiles;
    }

    /// <summary>A profile of which nothing is wanted but that it is there: one object stands for all.</summary>
    private static UserProfile Skipped(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A profile was expected where the answer has {reader.TokenType}.");
        reader.Skip();
        return Unread;
    }

    private UserProfile ReadProfile(ref Utf8JsonReader reader) =>
        ModelReaders.Profile.Read(ref reader, context) switch
        {
            null => throw new JsonException("A profile was expected where the answer has null."),
            { Id: "" } when context.Fields.Contains(ProfileSchema.Id.Mask) => throw new JsonException(
                "A profile in the answer has no \"id\"."
            ),
            var profile => profile,
        };

    private static string? ReadCursor(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var cursor = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return string.IsNullOrEmpty(cursor)
            ? throw new JsonException("\"next_page\" is neither a non-empty string nor null.")
            : cursor;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType wanted, string what)
    {
        if (!reader.Read() || reader.TokenType != wanted)
            throw new JsonException($"{what} was expected where the answer has {reader.TokenType}.");
    }

    // A reader over a whole body throws for whatever follows the value.
    private static void ExpectEnd(ref Utf8JsonReader reader)
    {
        while (reader.Read()) { }
    }
}
