namespace FluentProfiles.Model.Schema;

/// <summary>The service's order of names: the case of ASCII letters ignored, nulls last in both directions.</summary>
/// <typeparam name="TKey">The static type of the names: <see cref="string"/>, or what a sort key converts them to.</typeparam>
internal sealed class ServiceNameComparer<TKey>(bool descending) : IComparer<TKey>
{
    public int Compare(TKey? first, TKey? second)
    {
        var (x, y) = ((string?)(object?)first, (string?)(object?)second);
        if (x is null || y is null)
            return (x is null).CompareTo(y is null);
        var order = CompareText(x, y);
        return descending ? -order : order;
    }

    private static int CompareText(string x, string y)
    {
        for (var i = 0; i < x.Length && i < y.Length; i++)
        {
            var order = Folded(x[i]).CompareTo(Folded(y[i]));
            if (order != 0)
                return order;
        }
        return x.Length.CompareTo(y.Length);
    }

    private static char Folded(char letter) => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
}
