using System.Text;
using System.Text.Json;

namespace FluentProfiles.Json;

/// <summary>Gives short texts that come again and again (metadata, countries, statuses) the same string. Bounded: a slot
/// holds the latest text of its hash, so that texts that never repeat cost no memory.</summary>
internal sealed class StringCache
{
    private const int Slots = 512;

    // Longer than any known value of an enum, shorter than an id or a hash, which hardly ever repeat.
    private const int LongestText = 24;

    private readonly string?[] slots = new string?[Slots];

    /// <summary>The text of the reader's current token, a string or a property name.</summary>
    public string Get(ref Utf8JsonReader reader)
    {
        var bytes = reader.ValueSpan;
        if (reader.ValueIsEscaped || bytes.Length > LongestText)
            return reader.GetString()!;
        var slot = Hash(bytes) % Slots;
        // Read once: look-ups share the cache, and another may put its own text here meanwhile.
        if (slots[slot] is { } known && Ascii.Equals(bytes, known))
            return known;
        return slots[slot] = reader.GetString()!;
    }

    // FNV-1a: so few bytes need nothing better, and a collision only costs a string.
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var b in bytes)
            hash = (hash ^ b) * 16777619u;
        return hash;
    }
}
