using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Query;

/// <summary>Counts by key. A key may be null, which no <see cref="Dictionary{TKey, TValue}"/> allows.</summary>
internal sealed class KeyCounts<TKey>(IEqualityComparer<TKey>? comparer) : IReadOnlyDictionary<TKey, int>
{
    private readonly Dictionary<ValueTuple<TKey>, int> counts = new(
        EqualityComparer<ValueTuple<TKey>>.Create(
            (left, right) => (comparer ?? EqualityComparer<TKey>.Default).Equals(left.Item1, right.Item1),
            key => key.Item1 is null ? 0 : (comparer ?? EqualityComparer<TKey>.Default).GetHashCode(key.Item1)
        )
    );

    public int Count => counts.Count;

    public IEnumerable<TKey> Keys => counts.Keys.Select(key => key.Item1);

    public IEnumerable<int> Values => counts.Values;

    // The message of the dictionary shows the key, which is a customer's.
    public int this[TKey key] =>
        TryGetValue(key, out var count) ? count : throw new KeyNotFoundException("No item of the query has the key.");

    public void Add(TKey key) => counts[new(key)] = checked(counts.GetValueOrDefault(new(key)) + 1);

    public bool ContainsKey(TKey key) => counts.ContainsKey(new(key));

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out int value) => counts.TryGetValue(new(key), out value);

    public IEnumerator<KeyValuePair<TKey, int>> GetEnumerator() =>
        counts.Select(pair => KeyValuePair.Create(pair.Key.Item1, pair.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
