using System.Linq.Expressions;
using FluentProfiles.Model.Schema;

namespace FluentProfiles;

// Terminals that give one item. They read no more than they need: one request where nothing runs on the client.
public sealed partial class ProfileQuery<T>
{
    /// <summary>The first item.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ValueTask<T> FirstAsync(CancellationToken cancellationToken = default) =>
        UpTo(1).FirstAsync(cancellationToken);

    /// <summary>The first item for which a condition holds.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ValueTask<T> FirstAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).FirstAsync(cancellationToken);

    /// <summary>The first item, or the default value where there is none.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <example>
    /// <code region="example-first-or-default">
    /// var newest = await client.Query().FirstOrDefaultAsync();
    /// Console.WriteLine(newest is null ? "There is no profile." : newest.Id);
    /// </code>
    /// </example>
    public ValueTask<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) =>
        UpTo(1).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The first item, or the default value where there is none for which a condition holds.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T?> FirstOrDefaultAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The first item, or a value of your own where there is none.</summary>
    /// <param name="defaultValue">The value where there is none.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T> FirstOrDefaultAsync(T defaultValue, CancellationToken cancellationToken = default) =>
        UpTo(1).FirstOrDefaultAsync(defaultValue, cancellationToken);

    /// <summary>The first item for which a condition holds, or a value of your own where there is none.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="defaultValue">The value where there is none.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T> FirstOrDefaultAsync(
        Expression<Func<T, bool>> predicate,
        T defaultValue,
        CancellationToken cancellationToken = default
    ) => Those(predicate).FirstOrDefaultAsync(defaultValue, cancellationToken);

    /// <summary>The only item.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is none, or there are several.</exception>
    public ValueTask<T> SingleAsync(CancellationToken cancellationToken = default) =>
        AsListed().UpTo(2).SingleAsync(cancellationToken);

    /// <summary>The only item for which a condition holds.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is none, or there are several.</exception>
    public ValueTask<T> SingleAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).SingleAsync(cancellationToken);

    /// <summary>The only item, or the default value where there is none.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public ValueTask<T?> SingleOrDefaultAsync(CancellationToken cancellationToken = default) =>
        AsListed().UpTo(2).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The only item, or the default value where there is none for which a condition holds.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public ValueTask<T?> SingleOrDefaultAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The only item, or a value of your own where there is none.</summary>
    /// <param name="defaultValue">The value where there is none.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public ValueTask<T> SingleOrDefaultAsync(T defaultValue, CancellationToken cancellationToken = default) =>
        AsListed().UpTo(2).SingleOrDefaultAsync(defaultValue, cancellationToken);

    /// <summary>The only item for which a condition holds, or a value of your own where there is none.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="defaultValue">The value where there is none.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public ValueTask<T> SingleOrDefaultAsync(
        Expression<Func<T, bool>> predicate,
        T defaultValue,
        CancellationToken cancellationToken = default
    ) => Those(predicate).SingleOrDefaultAsync(defaultValue, cancellationToken);

    /// <summary>The last item.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ValueTask<T> LastAsync(CancellationToken cancellationToken = default) => Last().LastAsync(cancellationToken);

    /// <summary>The last item for which a condition holds.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ValueTask<T> LastAsync(Expression<Func<T, bool>> predicate, CancellationToken cancellationToken = default) =>
        Those(predicate).LastAsync(cancellationToken);

    /// <summary>The last item, or the default value where there is none.</summary>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T?> LastOrDefaultAsync(CancellationToken cancellationToken = default) =>
        Last().LastOrDefaultAsync(cancellationToken);

    /// <summary>The last item, or the default value where there is none for which a condition holds.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T?> LastOrDefaultAsync(
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default
    ) => Those(predicate).LastOrDefaultAsync(cancellationToken);

    /// <summary>The last item, or a value of your own where there is none.</summary>
    /// <param name="defaultValue">The value where there is none.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T> LastOrDefaultAsync(T defaultValue, CancellationToken cancellationToken = default) =>
        Last().LastOrDefaultAsync(defaultValue, cancellationToken);

    /// <summary>The last item for which a condition holds, or a value of your own where there is none.</summary>
    /// <param name="predicate">The condition.</param>
    /// <param name="defaultValue">The value where there is none.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T> LastOrDefaultAsync(
        Expression<Func<T, bool>> predicate,
        T defaultValue,
        CancellationToken cancellationToken = default
    ) => Those(predicate).LastOrDefaultAsync(defaultValue, cancellationToken);

    /// <summary>The item at a position. The service can't skip: the items before it are read and dropped.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative, or there are not so many items.</exception>
    public ValueTask<T> ElementAtAsync([InRange(0)] int index, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return UpTo(Math.Min(index, int.MaxValue - 1) + 1).ElementAtAsync(index, cancellationToken);
    }

    /// <summary>The item at a position, or the default value where there are not so many items or the position is negative. The
    /// service can't skip: the items before it are read and dropped.</summary>
    /// <param name="index">The position, from 0. A negative one sends nothing.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<T?> ElementAtOrDefaultAsync(int index, CancellationToken cancellationToken = default) =>
        UpTo(Math.Clamp(index, -1, int.MaxValue - 1) + 1).ElementAtOrDefaultAsync(index, cancellationToken);
}
