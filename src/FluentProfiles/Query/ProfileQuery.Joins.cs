using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using FluentProfiles.Query;
using FluentProfiles.Query.Joining;

namespace FluentProfiles;

// The join with rows of the application.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Joins the query's profiles with your own rows, in one pass over the profiles. Returns matched pairs,
    /// rows and profiles without a match, and duplicate keys (references are not unique). Each row and each profile is
    /// returned once. With a duplicate, the partner of the first item with that key is returned again.</summary>
    /// <remarks>Profiles are returned immediately, in the query's order. Rows without a profile are returned at the
    /// end. The rows are read when an enumeration starts, and are buffered with their keys. A null key matches nothing.
    /// If the query has conditions or <c>Take</c>, a row may be returned as unmatched although its profile exists:
    /// filter the rows in the same way.</remarks>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="rowKey">The key of a row.</param>
    /// <param name="profileKey">The key of a profile. The rules are those of a selector.</param>
    /// <param name="comparer">Compares keys; null for the default comparer, which is ordinal for strings.</param>
    /// <param name="cancellationToken">Cancels the run with an <see cref="OperationCanceledException"/>.</param>
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
