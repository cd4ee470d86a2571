using System.Linq.Expressions;

namespace FluentProfiles;

// Averages, with the overloads of LINQ.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Returns the average of a number of each item. Reads every page; only the fields that the selector
    /// reads are read, and the order plays no part.</summary>
    /// <param name="selector">The number. By the rule for nulls, a number of a missing part is 0.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">There is no item.</exception>
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

    /// <summary>Returns the average of a number of each item, or null where there is none. Nulls are skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<double?> AverageAsync(
        Expression<Func<T, int?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <summary>Returns the average of a number of each item, or null where there is none. Nulls are skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<double?> AverageAsync(
        Expression<Func<T, long?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <summary>Returns the average of a number of each item, or null where there is none. Nulls are skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<float?> AverageAsync(
        Expression<Func<T, float?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <summary>Returns the average of a number of each item, or null where there is none. Nulls are skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<double?> AverageAsync(
        Expression<Func<T, double?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);

    /// <summary>Returns the average of a number of each item, or null where there is none. Nulls are skipped.</summary>
    /// <param name="selector">The number.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public ValueTask<decimal?> AverageAsync(
        Expression<Func<T, decimal?>> selector,
        CancellationToken cancellationToken = default
    ) => Numbers(selector).AverageAsync(cancellationToken);
}
