using System.Linq.Expressions;
using FluentProfiles.Query;
using FluentProfiles.Running;

namespace FluentProfiles;

// Terminals that give a figure of all items.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Whether there is an item. One request of one profile where nothing runs on the client.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<bool> AnyAsync(CancellationToken cancellationToken = default) =>
        Select(_ => 0).OnlyCounted().UpTo(1).AnyAsync(cancellationToken);

    /// <summary>Whether there is an item for which a condition holds. Reads until the first.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <example>
    /// <code region="example-any">
    /// var isAnyBanned = await client.Query().AnyAsync(p => p.EnforcementStatus == EnforcementStatus.Banned);
    /// </code>
    /// </example>
    public ValueTask<bool> AnyAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).AnyAsync(cancellationToken);

    /// <summary>Whether a condition holds for every item. Reads until the first for which it does not.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<bool> AllAsync(Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return NoneAsync(
            Expression.Lambda<Func<T, bool>>(Expression.Not(predicate.Body), predicate.Parameters),
            cancellationToken
        );
    }

    /// <summary>How many items there are. The service reports no total: every page is read, without building
    /// profiles.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public async ValueTask<int> CountAsync(CancellationToken cancellationToken = default) =>
        checked((int)await LongCountAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>How many items there are for which a condition holds.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <example>
    /// <code region="example-count">
    /// var banned = await client.Query().CountAsync(p => p.EnforcementStatus == EnforcementStatus.Banned);
    /// </code>
    /// </example>
    public ValueTask<int> CountAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).CountAsync(cancellationToken);

    /// <summary>How many items there are, as a <see cref="long"/>.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<long> LongCountAsync(CancellationToken cancellationToken = default) =>
        Select(_ => 0).OnlyCounted().CountItemsAsync(cancellationToken);

    /// <summary>How many items there are for which a condition holds, as a <see cref="long"/>.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<long> LongCountAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).LongCountAsync(cancellationToken);

    /// <summary>How many items there are of each key. Reads every page, and of each profile only what the key reads; the order
    /// plays no part.</summary>
    /// <param name="keySelector">The key of an item. It may be null: <c>CountByAsync(p => p.Metadata["plan"])</c>.</param>
    /// <param name="comparer">Tells keys apart; null for the default.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The counts by key, a null key included.</returns>
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

    /// <summary>How many items there are of each key, told apart by the default comparer.</summary>
    /// <param name="keySelector">The key of an item. It may be null.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The counts by key, a null key included.</returns>
    public ValueTask<IReadOnlyDictionary<TKey, int>> CountByAsync<TKey>(
        Expression<Func<T, TKey>> keySelector,
        CancellationToken cancellationToken
    ) => CountByAsync(keySelector, null, cancellationToken);

    /// <summary>Whether a value is among the items. Reads until it is found.</summary>
    /// <param name="value">The value.</param>
    /// <param name="comparer">Tells values apart; null for the default.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<bool> ContainsAsync(
        T value,
        IEqualityComparer<T>? comparer = null,
        CancellationToken cancellationToken = default
    ) => InAnyOrder().AsAsyncEnumerable().ContainsAsync(value, comparer, cancellationToken);

    /// <summary>Whether a value is among the items, told apart by the default comparer.</summary>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<bool> ContainsAsync(T value, CancellationToken cancellationToken) =>
        ContainsAsync(value, null, cancellationToken);

    private async ValueTask<IReadOnlyDictionary<T, int>> CountEachAsync(
        IEqualityComparer<T>? comparer,
        CancellationToken cancellationToken
    ) =>
        await GatherAsync(new KeyCounts<T>(comparer), (counts, keys) => keys.ForEach(counts.Add), cancellationToken)
            .ConfigureAwait(false);

    private async ValueTask<bool> NoneAsync(Expression<Func<T, bool>> predicate, CancellationToken cancellationToken) =>
        !await AnyAsync(predicate, cancellationToken).ConfigureAwait(false);

    private async ValueTask<long> CountItemsAsync(CancellationToken cancellationToken)
    {
        var run = new QueryRun<T>(definition, onlyCounts: true);
        await foreach (var _ in run.PagesAsync(cancellationToken).ConfigureAwait(false)) { }
        return run.Returned;
    }
}
