namespace FluentProfiles;

/// <summary>Sums and averages of queries whose items are numbers. The methods read every page. The order is
/// ignored.</summary>
public static class ProfileQueryNumbers
{
    /// <summary>Returns the sum of the numbers, or 0 if there are none. Nulls are skipped.</summary>
    /// <param name="numbers">The query.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="OverflowException">The sum exceeds the range of its type.</exception>
    public static ValueTask<int> SumAsync(
        this ProfileQuery<int> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).SumAsync(number => number, cancellationToken);

    /// <inheritdoc cref="SumAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<long> SumAsync(
        this ProfileQuery<long> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).SumAsync(number => number, cancellationToken);

    /// <inheritdoc cref="SumAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<float> SumAsync(
        this ProfileQuery<float> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).SumAsync(number => number, cancellationToken);

    /// <inheritdoc cref="SumAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<double> SumAsync(
        this ProfileQuery<double> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).SumAsync(number => number, cancellationToken);

    /// <inheritdoc cref="SumAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<decimal> SumAsync(
        this ProfileQuery<decimal> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).SumAsync(number => number, cancellationToken);

    /// <inheritdoc cref="SumAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<int?> SumAsync(
        this ProfileQuery<int?> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).SumAsync(number => number, cancellationToken);

    /// <inheritdoc cref="SumAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<long?> SumAsync(
        this ProfileQuery<long?> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).SumAsync(number => number, cancellationToken);

    /// <inheritdoc cref="SumAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<float?> SumAsync(
        this ProfileQuery<float?> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).SumAsync(number => number, cancellationToken);

    /// <inheritdoc cref="SumAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<double?> SumAsync(
        this ProfileQuery<double?> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).SumAsync(number => number, cancellationToken);

    /// <inheritdoc cref="SumAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<decimal?> SumAsync(
        this ProfileQuery<decimal?> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).SumAsync(number => number, cancellationToken);

    /// <summary>Returns the average of the numbers. Nulls are skipped. If there are no numbers, the result is null for
    /// nullable items.</summary>
    /// <param name="numbers">The query.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidOperationException">The query has no items, and the items are not nullable.</exception>
    public static ValueTask<double> AverageAsync(
        this ProfileQuery<int> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).AverageAsync(number => number, cancellationToken);

    /// <inheritdoc cref="AverageAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<double> AverageAsync(
        this ProfileQuery<long> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).AverageAsync(number => number, cancellationToken);

    /// <inheritdoc cref="AverageAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<float> AverageAsync(
        this ProfileQuery<float> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).AverageAsync(number => number, cancellationToken);

    /// <inheritdoc cref="AverageAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<double> AverageAsync(
        this ProfileQuery<double> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).AverageAsync(number => number, cancellationToken);

    /// <inheritdoc cref="AverageAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<decimal> AverageAsync(
        this ProfileQuery<decimal> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).AverageAsync(number => number, cancellationToken);

    /// <inheritdoc cref="AverageAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<double?> AverageAsync(
        this ProfileQuery<int?> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).AverageAsync(number => number, cancellationToken);

    /// <inheritdoc cref="AverageAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<double?> AverageAsync(
        this ProfileQuery<long?> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).AverageAsync(number => number, cancellationToken);

    /// <inheritdoc cref="AverageAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<float?> AverageAsync(
        this ProfileQuery<float?> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).AverageAsync(number => number, cancellationToken);

    /// <inheritdoc cref="AverageAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<double?> AverageAsync(
        this ProfileQuery<double?> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).AverageAsync(number => number, cancellationToken);

    /// <inheritdoc cref="AverageAsync(ProfileQuery{int}, CancellationToken)"/>
    public static ValueTask<decimal?> AverageAsync(
        this ProfileQuery<decimal?> numbers,
        CancellationToken cancellationToken = default
    ) => Of(numbers).AverageAsync(number => number, cancellationToken);

    private static ProfileQuery<TNumber> Of<TNumber>(ProfileQuery<TNumber> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return numbers;
    }
}
