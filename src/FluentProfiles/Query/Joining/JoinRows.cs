namespace FluentProfiles.Query.Joining;

/// <summary>The rows of a join, by key, and which of them have met their profile.</summary>
internal sealed class JoinRows<TRow, TKey>(Func<TRow, TKey?> rowKey, IEqualityComparer<TKey>? comparer)
    where TKey : notnull
{
    private readonly List<(TRow Row, List<TRow>? Sharing)> inOrder = [];
    private readonly Dictionary<TKey, List<TRow>> byKey = new(comparer);
    private readonly HashSet<List<TRow>> met = [];

    /// <summary>Adds a row.</summary>
    public void Add(TRow row) => inOrder.Add((row, rowKey(row) is { } key ? Add(key, row) : null));

    /// <summary>What a profile with this key is to the rows.</summary>
    public IEnumerable<ProfileMatch<TRow, T>> Meet<T>(TKey? key, T profile)
    {
        if (key is null || !byKey.TryGetValue(key, out var sharing))
            return [new(MatchKind.ProfileOnly, default, profile)];
        if (!met.Add(sharing))
            return [new(MatchKind.DuplicateProfile, sharing[0], profile)];
        return sharing.Select(
            (row, i) => new ProfileMatch<TRow, T>(i == 0 ? MatchKind.Matched : MatchKind.DuplicateRow, row, profile)
        );
    }

    /// <summary>The rows that have met no profile, in their order.</summary>
    public IEnumerable<ProfileMatch<TRow, T>> Left<T>()
    {
        HashSet<List<TRow>> seen = [];
        foreach (var (row, sharing) in inOrder)
        {
            if (sharing is null || (!met.Contains(sharing) && seen.Add(sharing)))
                yield return new(MatchKind.RowOnly, row, default);
            else if (!met.Contains(sharing))
                yield return new(MatchKind.DuplicateRow, row, default);
        }
    }

    private List<TRow> Add(TKey key, TRow row)
    {
        if (!byKey.TryGetValue(key, out var sharing))
            byKey.Add(key, sharing = []);
        sharing.Add(row);
        return sharing;
    }
}
