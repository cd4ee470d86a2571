using System.Linq.Expressions;

namespace FluentProfiles;

// Sums, with the overloads of LINQ.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Returns the sum of a number of each item, or 0 if there are no items. Reads every page, but only the
    /// fields that the selector uses. The order is ignored.</summary>
    /// <param name="selector">The number. If the selector reads through a null, the number is 0.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="OverflowException">The sum exceeds the range of its type.</exception>
    public ValueTask<int> SumAsync(Expression<Func<T, int>> selector, CancellationToken cancellationToken = default) =>
        Numbers(selector).SumAsync(cancellationToken);

    /// <inheritdoc cref="SumAsync(Expression{Func{T, int}}, CancellationToken)"/>
    public ValueTask<long> SumAsync(
        Expression<Func<T, long>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).SumAsync(cancellationToken);

    /// <inheritdoc cref="SumAsync(Expression{Func{T, int}}, CancellationToken)"/>
    public ValueTask<float> SumAsync(
        Expression<Func<T, float>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).SumAsync(cancellationToken);

    /// <inheritdoc cref="SumAsync(Expression{Func{T, int}}, CancellationToken)"/>
    public ValueTask<double> SumAsync(
        Expression<Func<T, double>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).SumAsync(cancellationToken);

    /// <inheritdoc cref="SumAsync(Expression{Func{T, int}}, CancellationToken)"/>
    public ValueTask<decimal> SumAsync(
        Expression<Func<T, decimal>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).SumAsync(cancellationToken);

    /// <summary>Returns the sum of a number of each item, or 0 if there are no items. Nulls are skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<int?> SumAsync(
        Expression<Func<T, int?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).SumAsync(cancellationToken);

    /// <summary>Returns the sum of a number of each item, or 0 if there are no items. Nulls are skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<long?> SumAsync(
        Expression<Func<T, long?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).SumAsync(cancellationToken);

    /// <summary>Returns the sum of a number of each item, or 0 if there are no items. Nulls are skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<float?> SumAsync(
        Expression<Func<T, float?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).SumAsync(cancellationToken);

    /// <summary>Returns the sum of a number of each item, or 0 if there are no items. Nulls are skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<double?> SumAsync(
        Expression<Func<T, double?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).SumAsync(cancellationToken);

    /// <summary>Returns the sum of a number of each item, or 0 if there are no items. Nulls are skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<decimal?> SumAsync(
        Expression<Func<T, decimal?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).SumAsync(cancellationToken);

    private IAsyncEnumerable<TNumber> Numbers<TNumber>(Expression<Func<T, TNumber>> selector) =>
        // As listed, because the last digits of a sum of doubles depend on the order.
        Select(selector).AsListed().ItemsAtEnd();
}
