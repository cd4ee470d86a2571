namespace FluentProfiles.Emulator.Store;

/// <summary>One order of all profiles: those of the start by an index that never changes, and beside it the few that were
/// created, or moved by a change, since. Walking merges the two.</summary>
/// <param name="comparer">The order.</param>
/// <param name="index">The profiles of the start, in this order.</param>
/// <param name="isInPlace">Whether a profile of the start still stands where the index has it.</param>
internal sealed class Ordering(IComparer<SortKey> comparer, IStartIndex index, Func<int, bool> isInPlace)
{
    private readonly List<SortKey> others = [];

    public void Add(SortKey key)
    {
        var place = others.BinarySearch(key, comparer);
        if (place < 0)
            others.Insert(~place, key);
    }

    public void Remove(SortKey key)
    {
        var place = others.BinarySearch(key, comparer);
        if (place >= 0)
            others.RemoveAt(place);
    }

    /// <summary>The places that follow a place, or all.</summary>
    public IEnumerable<SortKey> After(SortKey? position)
    {
        var other = FirstOther(position);
        for (var start = FirstOfStart(position); start < index.Count; start++)
        {
            var key = index.KeyAt(start);
            if (!isInPlace(key.Sequence))
                continue;
            while (other < others.Count && comparer.Compare(others[other], key) < 0)
                yield return others[other++];
            yield return key;
        }
        while (other < others.Count)
            yield return others[other++];
    }

    private int FirstOther(SortKey? position)
    {
        if (position is not { } key)
            return 0;
        var place = others.BinarySearch(key, comparer);
        return place < 0 ? ~place : place + 1;
    }

    private int FirstOfStart(SortKey? position)
    {
        var (low, high) = (0, position is null ? 0 : index.Count);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (comparer.Compare(index.KeyAt(middle), position!.Value) <= 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
