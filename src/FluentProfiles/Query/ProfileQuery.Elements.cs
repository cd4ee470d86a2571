using System.Linq.Expressions;
using FluentProfiles.Model.Schema;

namespace FluentProfiles;

// Terminals that give one item. They read no more than they need: one request where nothing runs on the client.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Returns the first item.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no such item.</exception>
    public ValueTask<T> FirstAsync(CancellationToken cancellationToken = default) =>
        UpTo(1).FirstAsync(cancellationToken);

    /// <summary>Returns the first item for which a condition is true. If the service can't filter by the condition, reads
    /// pages until it finds a match.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no such item.</exception>
    public ValueTask<T> FirstAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).FirstAsync(cancellationToken);

    /// <summary>Returns the first item, or the default value if there is none.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <example>
    /// <code region="example-first-or-default">
    /// var newest = await client.Query().FirstOrDefaultAsync();
    /// Console.WriteLine(newest is null ? "There is no profile." : newest.Id);
    /// </code>
    /// </example>
    public ValueTask<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) =>
        UpTo(1).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Returns the first item for which a condition is true, or the default value if there is none. If the
    /// service can't filter by the condition, reads pages until it finds a match.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T?> FirstOrDefaultAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Returns the first item, or a specified value if there is none.</summary>
    /// <param name="defaultValue">The value to return if there is no such item.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T> FirstOrDefaultAsync(T defaultValue, CancellationToken cancellationToken = default) =>
        UpTo(1).FirstOrDefaultAsync(defaultValue, cancellationToken);

    /// <summary>Returns the first item for which a condition is true, or a specified value if there is none. If the
    /// service can't filter by the condition, reads pages until it finds a match.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="defaultValue">The value to return if there is no such item.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T> FirstOrDefaultAsync(
        Expression<Func<T, bool>> predicate,
        T defaultValue,
        CancellationToken cancellationToken = default
    ) => Those(predicate).FirstOrDefaultAsync(defaultValue, cancellationToken);

    /// <summary>Returns the only item.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no such item, or several.</exception>
    public ValueTask<T> SingleAsync(CancellationToken cancellationToken = default) =>
        AsListed().UpTo(2).SingleAsync(cancellationToken);

    /// <summary>Returns the only item for which a condition is true. If the service can't filter by the condition, reads
    /// to the end of the listing.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no such item, or several.</exception>
    public ValueTask<T> SingleAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).SingleAsync(cancellationToken);

    /// <summary>Returns the only item, or the default value if there is none.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has several such items.</exception>
    public ValueTask<T?> SingleOrDefaultAsync(CancellationToken cancellationToken = default) =>
        AsListed().UpTo(2).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Returns the only item for which a condition is true, or the default value if there is none. If the
    /// service can't filter by the condition, reads to the end of the listing.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has several such items.</exception>
    public ValueTask<T?> SingleOrDefaultAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Returns the only item, or a specified value if there is none.</summary>
    /// <param name="defaultValue">The value to return if there is no such item.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has several such items.</exception>
    public ValueTask<T> SingleOrDefaultAsync(T defaultValue, CancellationToken cancellationToken = default) =>
        AsListed().UpTo(2).SingleOrDefaultAsync(defaultValue, cancellationToken);

    /// <summary>Returns the only item for which a condition is true, or a specified value if there is none. If the
    /// service can't filter by the condition, reads to the end of the listing.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="defaultValue">The value to return if there is no such item.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has several such items.</exception>
    public ValueTask<T> SingleOrDefaultAsync(
        Expression<Func<T, bool>> predicate,
        T defaultValue,
        CancellationToken cancellationToken = default
    ) => Those(predicate).SingleOrDefaultAsync(defaultValue, cancellationToken);

    /// <summary>Returns the last item.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no such item.</exception>
    public ValueTask<T> LastAsync(CancellationToken cancellationToken = default) => Last().LastAsync(cancellationToken);

    /// <summary>Returns the last item for which a condition is true. If the service can't filter by the condition, reads
    /// pages from the end until it finds a match; sorted by name, reads the whole listing.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no such item.</exception>
    public ValueTask<T> LastAsync(Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        Those(predicate).LastAsync(cancellationToken);

    /// <summary>Returns the last item, or the default value if there is none.</summary>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T?> LastOrDefaultAsync(CancellationToken cancellationToken = default) =>
        Last().LastOrDefaultAsync(cancellationToken);

    /// <summary>Returns the last item for which a condition is true, or the default value if there is none. If the service
    /// can't filter by the condition, reads pages from the end until it finds a match; sorted by name, reads the whole
    /// listing.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T?> LastOrDefaultAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).LastOrDefaultAsync(cancellationToken);

    /// <summary>Returns the last item, or a specified value if there is none.</summary>
    /// <param name="defaultValue">The value to return if there is no such item.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T> LastOrDefaultAsync(T defaultValue, CancellationToken cancellationToken = default) =>
        Last().LastOrDefaultAsync(defaultValue, cancellationToken);

    /// <summary>Returns the last item for which a condition is true, or a specified value if there is none. If the service
    /// can't filter by the condition, reads pages from the end until it finds a match; sorted by name, reads the whole
    /// listing.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="defaultValue">The value to return if there is no such item.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T> LastOrDefaultAsync(
        Expression<Func<T, bool>> predicate,
        T defaultValue,
        CancellationToken cancellationToken = default
    ) => Those(predicate).LastOrDefaultAsync(defaultValue, cancellationToken);

    /// <summary>Returns the item at a position. The service can't skip, so the items before it are read and
    /// discarded.</summary>
    /// <param name="index">The zero-based position.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative, or beyond the last item.</exception>
    public ValueTask<T> ElementAtAsync([InRange(0)] int index, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return UpTo(Math.Min(index, int.MaxValue - 1) + 1).ElementAtAsync(index, cancellationToken);
    }

    /// <summary>Returns the item at a position, or the default value if the position is negative or beyond the last
    /// item. The service can't skip, so the items before it are read and discarded.</summary>
    /// <param name="index">The zero-based position. A negative position sends nothing.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T?> ElementAtOrDefaultAsync(int index, CancellationToken cancellationToken = default) =>
        UpTo(Math.Clamp(index, -1, int.MaxValue - 1) + 1).ElementAtOrDefaultAsync(index, cancellationToken);
}
