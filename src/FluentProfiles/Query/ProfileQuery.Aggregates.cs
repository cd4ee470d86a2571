using System.Linq.Expressions;
using FluentProfiles.Query;
using FluentProfiles.Running;

namespace FluentProfiles;

// Terminals that give a figure of all items.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Determines whether the query has any items. Sends one request for one profile if no operator runs on
    /// the client.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<bool> AnyAsync(CancellationToken cancellationToken = default) =>
        Select(_ => 0).OnlyCounted().UpTo(1).AnyAsync(cancellationToken);

    /// <summary>Determines whether a condition is true for any item. Reads until the first such item.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <example>
    /// <code region="example-any">
    /// var isAnyBanned = await client.Query().AnyAsync(p => p.EnforcementStatus == EnforcementStatus.Banned);
    /// </code>
    /// </example>
    public ValueTask<bool> AnyAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).AnyAsync(cancellationToken);

    /// <summary>Determines whether a condition is true for every item. Reads until the first item for which it is
    /// not.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<bool> AllAsync(Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return NoneAsync(
            Expression.Lambda<Func<T, bool>>(Expression.Not(predicate.Body), predicate.Parameters),
            cancellationToken
        );
    }

    /// <summary>Returns the number of items. The service reports no total, so every page is read, without creating
    /// profiles.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public async ValueTask<int> CountAsync(CancellationToken cancellationToken = default) =>
        checked((int)await LongCountAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Returns the number of items for which a condition is true. If the service can't filter by the condition,
    /// reads every page.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <example>
    /// <code region="example-count">
    /// var banned = await client.Query().CountAsync(p => p.EnforcementStatus == EnforcementStatus.Banned);
    /// </code>
    /// </example>
    public ValueTask<int> CountAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).CountAsync(cancellationToken);

    /// <summary>Returns the number of items, as a <see cref="long"/>. The service reports no total, so every page is read,
    /// without creating profiles.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<long> LongCountAsync(CancellationToken cancellationToken = default) =>
        Select(_ => 0).OnlyCounted().CountItemsAsync(cancellationToken);

    /// <summary>Returns the number of items for which a condition is true, as a <see cref="long"/>. If the service can't
    /// filter by the condition, reads every page.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<long> LongCountAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).LongCountAsync(cancellationToken);

    /// <summary>Returns the number of items for each key. Reads every page, but only the fields that the key uses. The
    /// order is ignored.</summary>
    /// <param name="keySelector">The key of an item. It may be null: <c>CountByAsync(p => p.Metadata["plan"])</c>.</param>
    /// <param name="comparer">Compares keys; null for the default comparer.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The counts by key, including a null key.</returns>
    public ValueTask<IReadOnlyDictionary<TKey, int>> CountByAsync<TKey>(
        Expression<Func<T, TKey>> keySelector,
        IEqualityComparer<TKey>? comparer = null,
        CancellationToken cancellationToken = default
    )
    {
        var keys = Select(keySelector);
        // With a comparer of its own, which of several keys is kept depends on the order.
        return (comparer is null ? keys.InAnyOrder() : keys).CountEachAsync(comparer, cancellationToken);
    }

    /// <summary>Returns the number of items for each key, compared by the default comparer.</summary>
    /// <param name="keySelector">The key of an item. It may be null.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The counts by key, including a null key.</returns>
    public ValueTask<IReadOnlyDictionary<TKey, int>> CountByAsync<TKey>(
        Expression<Func<T, TKey>> keySelector,
        CancellationToken cancellationToken
    ) => CountByAsync(keySelector, null, cancellationToken);

    /// <summary>Determines whether the query contains a value. Reads until the value is found.</summary>
    /// <param name="value">The value.</param>
    /// <param name="comparer">Compares values; null for the default comparer.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<bool> ContainsAsync(
        T value,
        IEqualityComparer<T>? comparer = null,
        CancellationToken cancellationToken = default
    ) => InAnyOrder().ItemsAtEnd(cancellationToken).ContainsAsync(value, comparer, cancellationToken);

    /// <summary>Determines whether the query contains a value, compared by the default comparer.</summary>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<bool> ContainsAsync(T value, CancellationToken cancellationToken) =>
        ContainsAsync(value, null, cancellationToken);

    private async ValueTask<IReadOnlyDictionary<T, int>> CountEachAsync(
        IEqualityComparer<T>? comparer,
        CancellationToken cancellationToken
    ) =>
        await CollectAsync(new KeyCounts<T>(comparer), (counts, keys) => keys.ForEach(counts.Add), cancellationToken)
            .ConfigureAwait(false);

    private async ValueTask<bool> NoneAsync(Expression<Func<T, bool>> predicate, CancellationToken cancellationToken) =>
        !await AnyAsync(predicate, cancellationToken).ConfigureAwait(false);

    private ValueTask<long> CountItemsAsync(CancellationToken cancellationToken) =>
        new QueryRun<T>(definition, new() { OnlyCounts = true }).CountAsync(cancellationToken);
}
