using System.Linq.Expressions;
using FluentProfiles.Query;
using FluentProfiles.Running;

namespace FluentProfiles;

// Terminals that gather everything.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Runs the query and gathers the items in a list.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<List<T>> ToListAsync(CancellationToken cancellationToken = default) =>
        GatherAsync(new List<T>(), (list, items) => list.AddRange(items), cancellationToken);

    /// <summary>Runs the query and gathers the items in an array.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public async ValueTask<T[]> ToArrayAsync(CancellationToken cancellationToken = default) =>
        (await ToListAsync(cancellationToken).ConfigureAwait(false)).ToArray();

    /// <summary>Runs the query and gathers the items in a set. The order plays no part.</summary>
    /// <param name="comparer">Tells items apart; null for the default.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<HashSet<T>> ToHashSetAsync(
        IEqualityComparer<T>? comparer = null,
        CancellationToken cancellationToken = default
    ) =>
        // With a comparer of its own, which of several items is kept depends on the order.
        (comparer is null ? InAnyOrder() : this).GatherAsync(
            new HashSet<T>(comparer),
            (set, items) => set.UnionWith(items),
            cancellationToken
        );

    /// <summary>Runs the query and gathers the items in a set, told apart by the default comparer.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<HashSet<T>> ToHashSetAsync(CancellationToken cancellationToken) =>
        ToHashSetAsync(null, cancellationToken);

    /// <summary>Runs the query and gathers the items by a key.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="comparer">Tells keys apart; null for the default.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Two items have one key.</exception>
    public ValueTask<Dictionary<TKey, T>> ToDictionaryAsync<TKey>(
        Expression<Func<T, TKey>> keySelector,
        IEqualityComparer<TKey>? comparer = null,
        CancellationToken cancellationToken = default
    )
        where TKey : notnull => ToDictionaryAsync(keySelector, item => item, comparer, cancellationToken);

    /// <summary>Runs the query and gathers the items by a key, told apart by the default comparer.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Two items have one key.</exception>
    public ValueTask<Dictionary<TKey, T>> ToDictionaryAsync<TKey>(
        Expression<Func<T, TKey>> keySelector,
        CancellationToken cancellationToken
    )
        where TKey : notnull => ToDictionaryAsync(keySelector, null, cancellationToken);

    /// <summary>Runs the query and gathers something of each item by a key; only the fields that the two selectors read are
    /// read.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="elementSelector">What to keep of it.</param>
    /// <param name="comparer">Tells keys apart; null for the default.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Two items have one key.</exception>
    public ValueTask<Dictionary<TKey, TElement>> ToDictionaryAsync<TKey, TElement>(
        Expression<Func<T, TKey>> keySelector,
        Expression<Func<T, TElement>> elementSelector,
        IEqualityComparer<TKey>? comparer = null,
        CancellationToken cancellationToken = default
    )
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        ArgumentNullException.ThrowIfNull(elementSelector);
        return Select(KeyedElement.Selector(keySelector, elementSelector))
            .AsListed()
            .GatherAsync(
                new Dictionary<TKey, TElement>(comparer),
                (dictionary, pairs) => pairs.ForEach(pair => AddOnce(dictionary, pair)),
                cancellationToken
            );
    }

    /// <summary>Runs the query and gathers something of each item by a key, told apart by the default comparer.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="elementSelector">What to keep of it.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Two items have one key.</exception>
    public ValueTask<Dictionary<TKey, TElement>> ToDictionaryAsync<TKey, TElement>(
        Expression<Func<T, TKey>> keySelector,
        Expression<Func<T, TElement>> elementSelector,
        CancellationToken cancellationToken
    )
        where TKey : notnull => ToDictionaryAsync(keySelector, elementSelector, null, cancellationToken);

    // Not by Add: its message shows the key, which is a customer's.
    private static void AddOnce<TKey, TElement>(
        Dictionary<TKey, TElement> dictionary,
        KeyValuePair<TKey, TElement> pair
    )
        where TKey : notnull
    {
        if (!dictionary.TryAdd(pair.Key, pair.Value))
            throw new ArgumentException("Two items of the query have one key.");
    }

    private async ValueTask<TResult> GatherAsync<TResult>(
        TResult result,
        Action<TResult, List<T>> add,
        CancellationToken cancellationToken
    )
    {
        await foreach (
            var page in new QueryRun<T>(definition, gathers: true).PagesAsync(cancellationToken).ConfigureAwait(false)
        )
            add(result, page.Items);
        return result;
    }
}
