using System.Linq.Expressions;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Query;

namespace FluentProfiles;

// Terminals that give the smallest or the largest.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Returns the smallest item by the default comparer. Nulls are ignored.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no items, and <typeparamref name="T"/> is not
    /// nullable.</exception>
    public ValueTask<T?> MinAsync(CancellationToken cancellationToken = default) =>
        ExtremeAsync(item => item, isMax: false, cancellationToken);

    /// <summary>Returns the smallest item by a specified comparer.</summary>
    /// <param name="comparer">Compares items; null for the default comparer.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no items, and <typeparamref name="T"/> is not
    /// nullable.</exception>
    public ValueTask<T?> MinAsync(IComparer<T>? comparer, CancellationToken cancellationToken = default) =>
        comparer is null
            ? MinAsync(cancellationToken)
            : AsListed().ItemsAtEnd(cancellationToken).MinAsync(comparer, cancellationToken);

    /// <summary>Returns the smallest value that a selector returns for the items.</summary>
    /// <param name="selector">The value to compare.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no items, and <typeparamref name="TResult"/> is not
    /// nullable.</exception>
    public ValueTask<TResult?> MinAsync<TResult>(
        Expression<Func<T, TResult>> selector,
        CancellationToken cancellationToken = default
    ) => Select(selector).MinAsync(cancellationToken);

    /// <summary>Returns the item with the smallest key, or the first of several such items.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="comparer">Compares keys; null for the default comparer.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no items, and <typeparamref name="T"/> is not
    /// nullable.</exception>
    public ValueTask<T?> MinByAsync<TKey>(
        Expression<Func<T, TKey>> keySelector,
        IComparer<TKey>? comparer = null,
        CancellationToken cancellationToken = default
    ) =>
        comparer is null
            ? ExtremeAsync(keySelector, isMax: false, cancellationToken)
            : ItemOfAsync(Keyed(keySelector).MinByAsync(pair => pair!.Value.Key, comparer, cancellationToken));

    /// <summary>Returns the item with the smallest key by the default comparer, or the first of several such
    /// items.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no items, and <typeparamref name="T"/> is not
    /// nullable.</exception>
    public ValueTask<T?> MinByAsync<TKey>(Expression<Func<T, TKey>> keySelector, CancellationToken cancellationToken) =>
        MinByAsync(keySelector, null, cancellationToken);

    /// <summary>Returns the largest item by the default comparer. Nulls are ignored.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no items, and <typeparamref name="T"/> is not
    /// nullable.</exception>
    public ValueTask<T?> MaxAsync(CancellationToken cancellationToken = default) =>
        ExtremeAsync(item => item, isMax: true, cancellationToken);

    /// <summary>Returns the largest item by a specified comparer.</summary>
    /// <param name="comparer">Compares items; null for the default comparer.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no items, and <typeparamref name="T"/> is not
    /// nullable.</exception>
    public ValueTask<T?> MaxAsync(IComparer<T>? comparer, CancellationToken cancellationToken = default) =>
        comparer is null
            ? MaxAsync(cancellationToken)
            : AsListed().ItemsAtEnd(cancellationToken).MaxAsync(comparer, cancellationToken);

    /// <summary>Returns the largest value that a selector returns for the items.</summary>
    /// <param name="selector">The value to compare.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no items, and <typeparamref name="TResult"/> is not
    /// nullable.</exception>
    public ValueTask<TResult?> MaxAsync<TResult>(
        Expression<Func<T, TResult>> selector,
        CancellationToken cancellationToken = default
    ) => Select(selector).MaxAsync(cancellationToken);

    /// <summary>Returns the item with the largest key, or the first of several such items.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="comparer">Compares keys; null for the default comparer.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no items, and <typeparamref name="T"/> is not
    /// nullable.</exception>
    public ValueTask<T?> MaxByAsync<TKey>(
        Expression<Func<T, TKey>> keySelector,
        IComparer<TKey>? comparer = null,
        CancellationToken cancellationToken = default
    ) =>
        comparer is null
            ? ExtremeAsync(keySelector, isMax: true, cancellationToken)
            : ItemOfAsync(Keyed(keySelector).MaxByAsync(pair => pair!.Value.Key, comparer, cancellationToken));

    /// <summary>Returns the item with the largest key by the default comparer, or the first of several such
    /// items.</summary>
    /// <param name="keySelector">The key of an item.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no items, and <typeparamref name="T"/> is not
    /// nullable.</exception>
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
        var search = Then(new ExtremeOperator<T, TKey>(key, isMax)).ItemsAtEnd(cancellationToken);
        await foreach (var item in search.ConfigureAwait(false))
            return item;
        return default(T) is null ? default : throw new InvalidOperationException("The query returned no items.");
    }

    // The key is a selector of the query, so that it follows the query's rules; null stands for no item.
    private IAsyncEnumerable<KeyValuePair<TKey, T>?> Keyed<TKey>(Expression<Func<T, TKey>> keySelector)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        return Select(KeyedElement.Selector(keySelector, item => item))
            .AsListed()
            .ItemsAtEnd()
            .Select(pair => (KeyValuePair<TKey, T>?)pair);
    }

    private static async ValueTask<T?> ItemOfAsync<TKey>(ValueTask<KeyValuePair<TKey, T>?> search) =>
        await search.ConfigureAwait(false) is { } found ? found.Value
        : default(T) is null ? default
        : throw new InvalidOperationException("The query returned no items.");
}
