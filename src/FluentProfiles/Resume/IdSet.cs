namespace FluentProfiles.Resume;

/// <summary>Ids of profiles, as hashes. It is a sorted array, not a hash table, because hashes of a forged token could be
/// chosen to collide.</summary>
internal sealed class IdSet
{
    private readonly ulong[] sorted;

    public IdSet(IReadOnlyList<ulong> hashes)
    {
        Hashes = hashes;
        sorted = [.. hashes];
        Array.Sort(sorted);
    }

    public static IdSet Empty { get; } = new([]);

    /// <summary>The hashes, the latest id last.</summary>
    public IReadOnlyList<ulong> Hashes { get; }

    public static IdSet Of(IEnumerable<string> ids) => new([.. ids.Select(IdHash.Of)]);

    public bool Contains(string id) => Array.BinarySearch(sorted, IdHash.Of(id)) >= 0;

    /// <summary>The set with more ids. Beyond <paramref name="most"/> the earliest are left out.</summary>
    public IdSet With(IEnumerable<string> ids, int most) =>
        new([.. Hashes.Concat(ids.Select(IdHash.Of)).TakeLast(most)]);
}
