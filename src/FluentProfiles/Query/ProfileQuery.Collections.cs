using System.Linq.Expressions;
using FluentProfiles.Query;
using FluentProfiles.Running;

namespace FluentProfiles;

// Terminals that gather everything.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Runs the query and returns the items in a list.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<List<T>> ToListAsync(CancellationToken cancellationToken = default) =>
        CollectAsync(new List<T>(), (list, items) => list.AddRange(items), cancellationToken);

    /// <summary>Runs the query and returns the items in an array.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public async ValueTask<T[]> ToArrayAsync(CancellationToken cancellationToken = default) =>
        (await ToListAsync(cancellationToken).ConfigureAwait(false)).ToArray();

    /// <summary>Runs the query and returns the items in a set. The order is ignored.</summary>
    /// <param name="comparer">Compares items; null for the default comparer.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<HashSet<T>> ToHashSetAsync(
        IEqualityComparer<T>? comparer = null,
        CancellationToken cancellationToken = default
    ) =>
        // With a comparer of its own, which of several items is kept depends on the order.
        (comparer is null ? InAnyOrder() : this).CollectAsync(
            new HashSet<T>(comparer),
            (set, items) => set.UnionWith(items),
            cancellationToken
        );

    /// <summary>Runs the query and returns the items in a set, compared by the default comparer.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<HashSet<T>> ToHashSetAsync(CancellationToken cancellationToken) =>
        ToHashSetAsync(null, cancellationToken);

    /// <summary>Runs the query and returns the items in a dictionary.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="comparer">Compares keys; null for the default comparer.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Two items have the same key.</exception>
    public ValueTask<Dictionary<TKey, T>> ToDictionaryAsync<TKey>(
        Expression<Func<T, TKey>> keySelector,
        IEqualityComparer<TKey>? comparer = null,
        CancellationToken cancellationToken = default
    )
        where TKey : notnull => ToDictionaryAsync(keySelector, item => item, comparer, cancellationToken);

    /// <summary>Runs the query and returns the items in a dictionary whose keys are compared by the default
    /// comparer.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Two items have the same key.</exception>
    public ValueTask<Dictionary<TKey, T>> ToDictionaryAsync<TKey>(
        Expression<Func<T, TKey>> keySelector,
        CancellationToken cancellationToken
    )
        where TKey : notnull => ToDictionaryAsync(keySelector, null, cancellationToken);

    /// <summary>Runs the query and returns a value of each item in a dictionary. Only the fields that the two selectors
    /// use are read.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="elementSelector">The value of an item.</param>
    /// <param name="comparer">Compares keys; null for the default comparer.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Two items have the same key.</exception>
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
            .CollectAsync(
                new Dictionary<TKey, TElement>(comparer),
                (dictionary, pairs) => pairs.ForEach(pair => AddOnce(dictionary, pair)),
                cancellationToken
            );
    }

    /// <summary>Runs the query and returns a value of each item in a dictionary whose keys are compared by the default
    /// comparer.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="elementSelector">The value of an item.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">Two items have the same key.</exception>
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

    private async ValueTask<TResult> CollectAsync<TResult>(
        TResult result,
        Action<TResult, List<T>> add,
        CancellationToken cancellationToken
    )
    {
        await foreach (
            var page in new QueryRun<T>(definition, new() { ReturnsAtEnd = true })
                .PagesAsync(cancellationToken)
                .ConfigureAwait(false)
        )
            add(result, page.Items);
        return result;
    }
}
