namespace FluentProfiles.Emulator.Store;

/// <summary>The service's orders: nulls come last in both directions, so descending by name is no reversal.</summary>
internal sealed class SortKeyComparer(SortField field, bool descending) : IComparer<SortKey>
{
    public int Compare(SortKey left, SortKey right)
    {
        if (field == SortField.Name && left.Name is null != right.Name is null)
            return left.Name is null ? 1 : -1;
        var result =
            field == SortField.Name
                ? CompareNames(left.Name, right.Name)
                : left.CreatedTicks.CompareTo(right.CreatedTicks);
        if (result == 0)
            result = left.Sequence.CompareTo(right.Sequence);
        return descending ? -result : result;
    }

    /// <summary>Ordinal but for the case of ASCII letters, and of no others.</summary>
    private static int CompareNames(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var common = Math.Min(left.Length, right.Length);
        for (var i = 0; i < common; i++)
        {
            if (left[i] != right[i] && Lower(left[i]) is var a && Lower(right[i]) is var b && a != b)
                return a - b;
        }
        return left.Length - right.Length;
    }

    private static int Lower(char letter) => letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter;
}
