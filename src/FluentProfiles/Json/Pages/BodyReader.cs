using System.Text.Json;

namespace FluentProfiles.Json.Pages;

/// <summary>Reads a body from token to token, and leaves a profile of which nothing more is needed without looking at its
/// tokens.</summary>
internal ref struct BodyReader(ReadOnlySpan<byte> body)
{
    private readonly ReadOnlySpan<byte> body = body;
    private int start;

    // The reader's state behind any profile of the list is the same as behind the first.
    private JsonReaderState behindProfile;
    private bool hasLeftOne;

    public Utf8JsonReader Json = new(body);

    /// <summary>Where the current token begins.</summary>
    public readonly int TokenStart => start + (int)Json.TokenStartIndex;

    /// <summary>Goes on behind the profile that the reader is in.</summary>
    /// <param name="depth">The depth of its first token.</param>
    public void Leave(int depth)
    {
        if (!hasLeftOne)
        {
            while (Json.TokenType != JsonTokenType.EndObject || Json.CurrentDepth != depth)
                Json.Read();
            (behindProfile, hasLeftOne) = (Json.CurrentState, true);
            return;
        }
        var position = start + (int)Json.BytesConsumed;
        var length = StructuralScan.EndOf(body[position..], depth: 1);
        if (length < 0)
            throw new JsonException("The body ends within a profile.");
        start = position + length;
        Json = new(body[start..], isFinalBlock: true, behindProfile);
    }
}
