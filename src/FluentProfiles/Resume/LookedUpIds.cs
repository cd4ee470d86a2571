namespace FluentProfiles.Resume;

/// <summary>Says which of the ids that a query looks up were examined, by their place in the query rather than by the ids
/// themselves: a bit for each, in ordinal order.</summary>
internal static class LookedUpIds
{
    /// <summary>The most ids for which a token has room, in 2 KB.</summary>
    public const int Most = 16_384;

    public static byte[] Of(IReadOnlyList<string> ids, IdSet examined)
    {
        var bits = new byte[Length(ids)];
        var index = 0;
        foreach (var id in ids.Order(StringComparer.Ordinal))
        {
            if (examined.Contains(id))
                bits[index / 8] |= (byte)(1 << (index % 8));
            index++;
        }
        return bits;
    }

    /// <exception cref="ArgumentException">The bits are of another number of ids.</exception>
    public static IdSet Read(IReadOnlyList<string> ids, byte[] bits) =>
        bits.Length == Length(ids)
            ? IdSet.Of(ids.Order(StringComparer.Ordinal).Where((_, i) => (bits[i / 8] & (1 << (i % 8))) != 0))
            : throw ResumeToken.Damaged();

    private static int Length(IReadOnlyList<string> ids) => (ids.Count + 7) / 8;
}
