namespace FluentProfiles.Emulator.Store;

/// <summary>The service's orders: nulls come last in both directions, so descending is no reversal of an order with nulls.</summary>
internal sealed class SortKeyComparer(bool descending) : IComparer<SortKey>
{
    public int Compare(SortKey left, SortKey right)
    {
        if (left.IsNull != right.IsNull)
            return left.IsNull ? 1 : -1;
        var result = left.Text is null ? left.Number.CompareTo(right.Number) : CompareTexts(left.Text, right.Text);
        if (result == 0)
            result = left.Sequence.CompareTo(right.Sequence);
        return descending ? -result : result;
    }

    /// <summary>By code points, but for the case of ASCII letters, and of no others.</summary>
    private static int CompareTexts(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var common = Math.Min(left.Length, right.Length);
        for (var i = 0; i < common; i++)
        {
            if (left[i] != right[i] && Rank(left[i]) is var a && Rank(right[i]) is var b && a != b)
                return a - b;
        }
        return left.Length - right.Length;
    }

    // Surrogates stand for the code points beyond every single char.
    private static int Rank(char letter) =>
        letter is >= 'A' and <= 'Z' ? letter | 0x20
        : char.IsSurrogate(letter) ? letter + char.MaxValue
        : letter;
}
