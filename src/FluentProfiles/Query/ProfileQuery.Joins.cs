using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using FluentProfiles.Query;
using FluentProfiles.Query.Joining;

namespace FluentProfiles;

// The join with rows of the application.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Holds the query's profiles against rows of your own, in one pass over the profiles: the pairs, what is on one
    /// side only, and what has a key twice (references are not unique). Each row comes once and each profile once, but that the
    /// partner of a duplicate is shown with it again.</summary>
    /// <remarks>Profiles come as the query gives them, each at once; the rows without a profile come at the end. The rows are
    /// read when an enumeration starts, and held with their keys. A null key matches nothing. A query with conditions or
    /// <c>Take</c> leaves rows without a profile that has one: filter the rows alike.</remarks>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="rowKey">The key of a row.</param>
    /// <param name="profileKey">The key of a profile, by the rules of a selector.</param>
    /// <param name="comparer">Tells keys apart; null for the default, which for texts is ordinal.</param>
    /// <param name="cancellationToken">Ends the run with <see cref="OperationCanceledException"/>.</param>
    /// <typeparam name="TRow">The type of the rows.</typeparam>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public IAsyncEnumerable<ProfileMatch<TRow, T>> FullJoinAsync<TRow, TKey>(
        IEnumerable<TRow> rows,
        Func<TRow, TKey?> rowKey,
        Expression<Func<T, TKey?>> profileKey,
        IEqualityComparer<TKey>? comparer = null,
        CancellationToken cancellationToken = default
    )
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(rows);
        return FullJoinAsync(rows.ToAsyncEnumerable(), rowKey, profileKey, comparer, cancellationToken);
    }

    /// <inheritdoc cref="FullJoinAsync{TRow, TKey}(IEnumerable{TRow}, Func{TRow, TKey}, Expression{Func{T, TKey}}, IEqualityComparer{TKey}?, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public IAsyncEnumerable<ProfileMatch<TRow, T>> FullJoinAsync<TRow, TKey>(
        IAsyncEnumerable<TRow> rows,
        Func<TRow, TKey?> rowKey,
        Expression<Func<T, TKey?>> profileKey,
        IEqualityComparer<TKey>? comparer = null,
        CancellationToken cancellationToken = default
    )
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(rowKey);
        ArgumentNullException.ThrowIfNull(profileKey);
        var keyed = Select(KeyedElement.Selector(profileKey, item => item));
        return Matches(keyed, rows, () => new JoinRows<TRow, TKey>(rowKey, comparer), cancellationToken);
    }

    private static async IAsyncEnumerable<ProfileMatch<TRow, T>> Matches<TRow, TKey>(
        ProfileQuery<KeyValuePair<TKey?, T>> keyed,
        IAsyncEnumerable<TRow> rows,
        Func<JoinRows<TRow, TKey>> create,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where TKey : notnull
    {
        cancellationToken.ThrowIfCancellationRequested();
        var known = create();
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            known.Add(row);
        await foreach (var (key, item) in keyed.Items(cancellationToken).ConfigureAwait(false))
        {
            foreach (var match in known.Meet(key, item))
                yield return match;
        }
        foreach (var match in known.Left<T>())
            yield return match;
    }
}
