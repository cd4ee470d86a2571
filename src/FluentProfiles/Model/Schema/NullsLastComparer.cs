namespace FluentProfiles.Model.Schema;

/// <summary>The service's order of values that may be null: nulls last in both directions, texts by their code points, without regard
/// to the case of ASCII letters.</summary>
/// <typeparam name="TKey">The static type of the values: the field's own, or what a selector converts them to.</typeparam>
internal sealed class NullsLastComparer<TKey>(bool descending) : IComparer<TKey>
{
    public int Compare(TKey? first, TKey? second)
    {
        var (x, y) = (Value(first), Value(second));
        if (x is null || y is null)
            return (x is null).CompareTo(y is null);
        var order =
            x is string left && y is string right ? CompareTexts(left, right) : Comparer<object>.Default.Compare(x, y);
        return descending ? -order : order;
    }

    // The default of an extensible enum is its null.
    private static object? Value(TKey? key) =>
        key is not ValueType || ExtensibleEnums.Find(key.GetType()) is null ? key
        : key.ToString() is { Length: > 0 } text ? text
        : null;

    private static int CompareTexts(string x, string y)
    {
        for (var i = 0; i < x.Length && i < y.Length; i++)
        {
            var order = Rank(x[i]).CompareTo(Rank(y[i]));
            if (order != 0)
                return order;
        }
        return x.Length.CompareTo(y.Length);
    }

    // Code points, as in UTF-8: the surrogates stand for those beyond every single char.
    private static int Rank(char letter) =>
        char.IsAsciiLetterUpper(letter) ? letter | 0x20
        : char.IsSurrogate(letter) ? letter + char.MaxValue
        : letter;
}
