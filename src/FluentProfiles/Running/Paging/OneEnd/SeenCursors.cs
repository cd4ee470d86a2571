using System.Runtime.InteropServices;

namespace FluentProfiles.Running.Paging.OneEnd;

/// <summary>Remembers the cursors of a run, to notice one that comes back: as hashes, and no more than a bounded number of
/// them.</summary>
internal sealed class SeenCursors
{
    // 6.5 million profiles in pages of 100, half a megabyte. Beyond, the set begins anew: a repetition is still found,
    // a round later.
    private const int Most = 65_536;

    private readonly HashSet<ulong> hashes = [];

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

    // Two hashes of 32 bits, each with a seed of its own: that two of 65,536 cursors share both is a chance of 1 in 10 billion.
    // (A cryptographic hash would load its library, a tenth of a short run's time.)
    private static ulong Hash(string cursor)
    {
        HashCode hash = new();
        hash.AddBytes(MemoryMarshal.AsBytes(cursor.AsSpan()));
        return (ulong)(uint)hash.ToHashCode() << 32 | (uint)cursor.GetHashCode(StringComparison.Ordinal);
    }
}
