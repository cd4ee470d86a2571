using System.Text.Json;

namespace FluentProfiles.Json.Pages;

/// <summary>Reads a body token by token. It skips the rest of a profile without reading its tokens.</summary>
internal ref struct BodyReader(ReadOnlySpan<byte> body)
{
    private readonly ReadOnlySpan<byte> body = body;
    private int start;

    // The reader has the same state after each profile of the list.
    private JsonReaderState afterProfile;
    private bool hasSkipped;

    public Utf8JsonReader Json = new(body);

    /// <summary>The start of the current token in the body.</summary>
    public readonly int TokenStart => start + (int)Json.TokenStartIndex;

    /// <summary>Skips the rest of the profile that the reader is in.</summary>
    /// <param name="depth">The depth of the profile's first token.</param>
    public void SkipProfile(int depth)
    {
        if (!hasSkipped)
        {
            while (Json.TokenType != JsonTokenType.EndObject || Json.CurrentDepth != depth)
                Json.Read();
            (afterProfile, hasSkipped) = (Json.CurrentState, true);
            return;
        }
        var position = start + (int)Json.BytesConsumed;
        var length = StructuralScan.EndOf(body[position..], depth: 1);
        if (length < 0)
            throw new JsonException("The body ends within a profile.");
        start = position + length;
        Json = new(body[start..], isFinalBlock: true, afterProfile);
    }
}
