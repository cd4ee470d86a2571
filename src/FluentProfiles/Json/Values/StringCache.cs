using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace FluentProfiles.Json.Values;

/// <summary>Gives short texts that come again and again (metadata, countries, statuses) the same string. Bounded: a slot
/// holds the latest text of its hash, so that texts that never repeat cost no memory.</summary>
internal sealed class StringCache
{
    private const int FewestSlots = 256;
    private const int MostSlots = 4096;

    // Longer than any known value of an enum, shorter than a hash, which hardly ever repeats.
    private const int LongestText = 24;

    private string?[] slots = new string?[FewestSlots];
    private int replaced;

    /// <summary>The text of the reader's current token, a string or a property name.</summary>
    // Compiled well at once: a process that reads its first ten thousand profiles is done before a loop would be.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Get(ref Utf8JsonReader reader)
    {
        var bytes = reader.ValueSpan;
        if (reader.ValueIsEscaped || reader.HasValueSequence || bytes.Length > LongestText)
            return JsonText.Of(ref reader);
        // Both are read once: look-ups share the cache, and another may put its own text or slots here meanwhile.
        var table = slots;
        var slot = Hash(bytes) >> 64 - BitOperations.Log2((uint)table.Length);
        if (table[slot] is { } known)
        {
            if (Ascii.Equals(bytes, known))
                return known;
            NoteReplaced(table.Length);
        }
        return table[slot] = JsonText.Of(ref reader);
    }

    // Texts that push each other out get more room, empty: those that come again soon have their place.
    private void NoteReplaced(int length)
    {
        if (++replaced < length || length == MostSlots)
            return;
        replaced = 0;
        slots = new string?[length * 4];
    }

    // Length and both ends: texts so short need nothing better, and a collision only costs a string. No loop, which would be
    // slow until it is compiled well.
    private static ulong Hash(ReadOnlySpan<byte> bytes)
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
        return (ends + (uint)bytes.Length) * 0x9E3779B97F4A7C15;
    }
}
