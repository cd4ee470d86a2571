namespace FluentProfiles.Expressions.Captured;

/// <summary>The items of a captured set, or the keys of a captured dictionary, as they were when the query was planned.</summary>
internal sealed class CapturedSet<T>(IEnumerable<T> items) : HashSet<T>(items)
{
    /// <summary>What a dictionary's method gives.</summary>
    /// <exception cref="ArgumentNullException">The key is null, as for a dictionary.</exception>
    public bool ContainsKey(T key) => Contains(key ?? throw new ArgumentNullException(nameof(key)));
}
