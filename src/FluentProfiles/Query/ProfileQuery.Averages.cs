using System.Linq.Expressions;

namespace FluentProfiles;

// Averages, with the overloads of LINQ.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Returns the average of a number of each item. Reads every page, but only the fields that the selector
    /// uses. The order is ignored.</summary>
    /// <param name="selector">The number. If the selector reads through a null, the number is 0.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no items.</exception>
    public ValueTask<double> AverageAsync(
        Expression<Func<T, int>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <inheritdoc cref="AverageAsync(Expression{Func{T, int}}, CancellationToken)"/>
    public ValueTask<double> AverageAsync(
        Expression<Func<T, long>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <inheritdoc cref="AverageAsync(Expression{Func{T, int}}, CancellationToken)"/>
    public ValueTask<float> AverageAsync(
        Expression<Func<T, float>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <inheritdoc cref="AverageAsync(Expression{Func{T, int}}, CancellationToken)"/>
    public ValueTask<double> AverageAsync(
        Expression<Func<T, double>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <inheritdoc cref="AverageAsync(Expression{Func{T, int}}, CancellationToken)"/>
    public ValueTask<decimal> AverageAsync(
        Expression<Func<T, decimal>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <summary>Returns the average of a number of each item, or null if there are no numbers. Nulls are
    /// skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<double?> AverageAsync(
        Expression<Func<T, int?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <summary>Returns the average of a number of each item, or null if there are no numbers. Nulls are
    /// skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<double?> AverageAsync(
        Expression<Func<T, long?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <summary>Returns the average of a number of each item, or null if there are no numbers. Nulls are
    /// skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<float?> AverageAsync(
        Expression<Func<T, float?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <summary>Returns the average of a number of each item, or null if there are no numbers. Nulls are
    /// skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<double?> AverageAsync(
        Expression<Func<T, double?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <summary>Returns the average of a number of each item, or null if there are no numbers. Nulls are
    /// skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    public ValueTask<decimal?> AverageAsync(
        Expression<Func<T, decimal?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);
}
