using System.Linq.Expressions;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Query;

namespace FluentProfiles;

// Terminals that give the smallest or the largest.
public sealed partial class ProfileQuery<T>
{
    /// <summary>The smallest item, by the default order; nulls count as none.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is no item and <typeparamref name="T"/> takes no null.</exception>
    public ValueTask<T?> MinAsync(CancellationToken cancellationToken = default) =>
        ExtremeAsync(item => item, isMax: false, cancellationToken);

    /// <summary>The smallest item, by an order of your own.</summary>
    /// <param name="comparer">The order; null for the default.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is no item and <typeparamref name="T"/> takes no null.</exception>
    public ValueTask<T?> MinAsync(IComparer<T>? comparer, CancellationToken cancellationToken = default) =>
        comparer is null
            ? MinAsync(cancellationToken)
            : AsListed().Items(default, gathers: true).MinAsync(comparer, cancellationToken);

    /// <summary>The smallest of what a selector makes of each item.</summary>
    /// <param name="selector">What to compare.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is no item and <typeparamref name="TResult"/> takes no
    /// null.</exception>
    public ValueTask<TResult?> MinAsync<TResult>(
        Expression<Func<T, TResult>> selector,
        CancellationToken cancellationToken = default
    ) => Select(selector).MinAsync(cancellationToken);

    /// <summary>The item whose key is the smallest; the first of several.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="comparer">The order of keys; null for the default.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is no item and <typeparamref name="T"/> takes no null.</exception>
    public ValueTask<T?> MinByAsync<TKey>(
        Expression<Func<T, TKey>> keySelector,
        IComparer<TKey>? comparer = null,
        CancellationToken cancellationToken = default
    ) =>
        comparer is null
            ? ExtremeAsync(keySelector, isMax: false, cancellationToken)
            : ItemOfAsync(Keyed(keySelector).MinByAsync(pair => pair!.Value.Key, comparer, cancellationToken));

    /// <summary>The item whose key is the smallest, by the default order of keys; the first of several.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is no item and <typeparamref name="T"/> takes no null.</exception>
    public ValueTask<T?> MinByAsync<TKey>(Expression<Func<T, TKey>> keySelector, CancellationToken cancellationToken) =>
        MinByAsync(keySelector, null, cancellationToken);

    /// <summary>The largest item, by the default order; nulls count as none.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is no item and <typeparamref name="T"/> takes no null.</exception>
    public ValueTask<T?> MaxAsync(CancellationToken cancellationToken = default) =>
        ExtremeAsync(item => item, isMax: true, cancellationToken);

    /// <summary>The largest item, by an order of your own.</summary>
    /// <param name="comparer">The order; null for the default.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is no item and <typeparamref name="T"/> takes no null.</exception>
    public ValueTask<T?> MaxAsync(IComparer<T>? comparer, CancellationToken cancellationToken = default) =>
        comparer is null
            ? MaxAsync(cancellationToken)
            : AsListed().Items(default, gathers: true).MaxAsync(comparer, cancellationToken);

    /// <summary>The largest of what a selector makes of each item.</summary>
    /// <param name="selector">What to compare.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is no item and <typeparamref name="TResult"/> takes no
    /// null.</exception>
    public ValueTask<TResult?> MaxAsync<TResult>(
        Expression<Func<T, TResult>> selector,
        CancellationToken cancellationToken = default
    ) => Select(selector).MaxAsync(cancellationToken);

    /// <summary>The item whose key is the largest; the first of several.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="comparer">The order of keys; null for the default.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is no item and <typeparamref name="T"/> takes no null.</exception>
    public ValueTask<T?> MaxByAsync<TKey>(
        Expression<Func<T, TKey>> keySelector,
        IComparer<TKey>? comparer = null,
        CancellationToken cancellationToken = default
    ) =>
        comparer is null
            ? ExtremeAsync(keySelector, isMax: true, cancellationToken)
            : ItemOfAsync(Keyed(keySelector).MaxByAsync(pair => pair!.Value.Key, comparer, cancellationToken));

    /// <summary>The item whose key is the largest, by the default order of keys; the first of several.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is no item and <typeparamref name="T"/> takes no null.</exception>
    public ValueTask<T?> MaxByAsync<TKey>(Expression<Func<T, TKey>> keySelector, CancellationToken cancellationToken) =>
        MaxByAsync(keySelector, null, cancellationToken);

    private async ValueTask<T?> ExtremeAsync<TKey>(
        Expression<Func<T, TKey>> key,
        bool isMax,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(key);
        // A run that starts within a listing keeps its order, so the keys are compared here.
        if (definition.Settings.StartsWithin)
            return await ItemOfAsync(
                    isMax
                        ? Keyed(key).MaxByAsync(pair => pair!.Value.Key, null, cancellationToken)
                        : Keyed(key).MinByAsync(pair => pair!.Value.Key, null, cancellationToken)
                )
                .ConfigureAwait(false);
        var search = Then(new ExtremeOperator<T, TKey>(key, isMax)).Items(cancellationToken, gathers: true);
        await foreach (var item in search.ConfigureAwait(false))
            return item;
        return default(T) is null ? default : throw new InvalidOperationException("The query gives no item.");
    }

    // The key is a selector of the query, so that it follows the query's rules; null stands for no item.
    private IAsyncEnumerable<KeyValuePair<TKey, T>?> Keyed<TKey>(Expression<Func<T, TKey>> keySelector)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        return Select(KeyedElement.Selector(keySelector, item => item))
            .AsListed()
            .Items(default, gathers: true)
            .Select(pair => (KeyValuePair<TKey, T>?)pair);
    }

    private static async ValueTask<T?> ItemOfAsync<TKey>(ValueTask<KeyValuePair<TKey, T>?> search) =>
        await search.ConfigureAwait(false) is { } found ? found.Value
        : default(T) is null ? default
        : throw new InvalidOperationException("The query gives no item.");
}
