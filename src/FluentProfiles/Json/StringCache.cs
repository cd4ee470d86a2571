using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FluentProfiles.Json;

/// <summary>Gives short texts that come again and again (metadata, countries, statuses) the same string. Bounded: a slot
/// holds the latest text of its hash, so that texts that never repeat cost no memory.</summary>
internal sealed class StringCache
{
    private const int SlotBits = 9;

    // Longer than any known value of an enum, shorter than an id or a hash, which hardly ever repeat.
    private const int LongestText = 24;

    private readonly string?[] slots = new string?[1 << SlotBits];

    /// <summary>The text of the reader's current token, a string or a property name.</summary>
    // Compiled well at once: a process that reads its first ten thousand profiles is done before a loop would be.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Get(ref Utf8JsonReader reader)
    {
        var bytes = reader.ValueSpan;
        if (reader.ValueIsEscaped || bytes.Length > LongestText)
            return reader.GetString()!;
        var slot = Hash(bytes);
        // Read once: look-ups share the cache, and another may put its own text here meanwhile.
        if (slots[slot] is { } known && Ascii.Equals(bytes, known))
            return known;
        return slots[slot] = reader.GetString()!;
    }

    // Length and both ends: texts so short need nothing better, and a collision only costs a string. No loop, which would be
    // slow until it is compiled well.
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        ulong ends = bytes.Length switch
        {
            >= sizeof(ulong) => MemoryMarshal.Read<ulong>(bytes)
                + 3 * MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]),
            >= sizeof(uint) => MemoryMarshal.Read<uint>(bytes) + 3ul * MemoryMarshal.Read<uint>(bytes[^sizeof(uint)..]),
            > 0 => bytes[0] | (uint)bytes[bytes.Length / 2] << 8 | (uint)bytes[^1] << 16,
            _ => 0,
        };
        // Of a product with an odd number the upper bits depend on all lower ones.
        return (uint)((ends + (uint)bytes.Length) * 0x9E3779B97F4A7C15 >> 64 - SlotBits);
    }
}
