using System.Text.Json;

namespace FluentProfiles.Json.Values;

/// <summary>How much one object, map or list of an answer may hold: many times what any shape has and the service allows.
/// Beyond it, reading stops, so that the memory for an answer stays in proportion to its bytes.</summary>
internal static class JsonBounds
{
    /// <summary>A profile has some twenty members, metadata 16 entries at most.</summary>
    public const int Most = 1_000;

    /// <exception cref="JsonException">There are more.</exception>
    public static void ThrowIfOver(int count, string what)
    {
        if (count > Most)
            throw new JsonException($"It has more than {Most} {what}, many times what the service sends.");
    }
}
