using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace FluentProfiles.Execution;

/// <summary>Remembers the cursors of a run, to notice one that comes back: as hashes, and no more than a bounded number of
/// them.</summary>
internal sealed class SeenCursors
{
    // 6.5 million profiles in pages of 100, half a megabyte. Beyond, the set begins anew: a repetition is still found,
    // a round later.
    private const int Most = 65_536;

    private readonly HashSet<UInt128> hashes = [];

    /// <param name="start">The cursor that the run begins with, or null: it must not come back either.</param>
    public SeenCursors(string? start)
    {
        if (start is not null)
            Add(start);
    }

    /// <summary>Adds a cursor.</summary>
    /// <returns>False where it was there.</returns>
    public bool Add(string cursor)
    {
        if (hashes.Count == Most)
            hashes.Clear();
        return hashes.Add(Hash(cursor));
    }

    private static UInt128 Hash(string cursor) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(cursor.AsSpan())));
}
