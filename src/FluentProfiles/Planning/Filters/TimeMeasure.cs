using System.Linq.Expressions;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators.Conditions;

namespace FluentProfiles.Planning.Filters;

/// <summary>A value computed from a time of the profile that only grows, or only falls, as the time grows. A comparison with it
/// therefore holds for one interval of times.</summary>
/// <param name="Time">The time.</param>
/// <param name="Shift">The ticks that are added to the time.</param>
internal sealed record TimeMeasure(SortKey Time, Int128 Shift)
{
    // A clock is at most this far from UTC.
    private static readonly Int128 MaxOffset = TimeSpan.FromHours(14).Ticks;

    // Further away than any time and any shift.
    private static readonly Int128 Infinity = Int128.One << 80;

    // The service has no profile from before or after.
    private static readonly (Int128 First, Int128 Last) Times = (
        new DateTime(1970, 1, 1).Ticks,
        new DateTime(3000, 1, 1).Ticks
    );

    /// <summary>True when the time is subtracted, as in the age of a profile.</summary>
    public bool Falls { get; init; }

    /// <summary>False for what depends on the offset that a time comes with, which the service is free to choose. The range is
    /// wide enough for all of them then.</summary>
    public bool IsExact { get; init; } = true;

    /// <summary>What is taken of the ticks, or null for the ticks themselves.</summary>
    public Func<long, IComparable>? Part { get; init; }

    /// <summary>The measure subtracted from a value.</summary>
    public TimeMeasure SubtractedFrom(long ticks) => this with { Falls = !Falls, Shift = ticks - Shift };

    /// <summary>False if a time of the service gives a value that the type can't hold, so that C# throws.</summary>
    public bool Fits(Type type)
    {
        var (low, high) = Falls ? (Shift - Times.Last, Shift - Times.First) : (Times.First + Shift, Times.Last + Shift);
        return type == typeof(DateTimeOffset) || type == typeof(DateTime)
            ? low >= DateTime.MinValue.Ticks && high <= DateTime.MaxValue.Ticks
            : low >= long.MinValue && high <= long.MaxValue;
    }

    /// <summary>The times for which a comparison holds; null if they are no interval.</summary>
    public TimeInterval? IntervalOf(ExpressionType comparison, object bound)
    {
        if (EdgesOf(bound) is not var (first, after))
            return null;
        var (low, high) = comparison switch
        {
            ExpressionType.Equal => (first, after - 1),
            ExpressionType.GreaterThanOrEqual => (first, Infinity),
            ExpressionType.GreaterThan => (after, Infinity),
            ExpressionType.LessThanOrEqual => (-Infinity, after - 1),
            ExpressionType.LessThan => (-Infinity, first - 1),
            _ => (-Infinity, Infinity),
        };
        if (comparison == ExpressionType.NotEqual)
            return null;
        if (low > high)
            return TimeInterval.Empty;
        if (!IsExact)
            (low, high) = (low - MaxOffset, high + MaxOffset);
        return Falls
            ? TimeInterval.OfTicks(Shift - high, Shift - low)
            : TimeInterval.OfTicks(low - Shift, high - Shift);
    }

    /// <summary>The first ticks at which the value is not less than a bound, and those at which it is greater.</summary>
    private (Int128 First, Int128 After)? EdgesOf(object bound)
    {
        if (Part is null)
            return TicksOf(bound) is { } ticks ? (ticks, (Int128)ticks + 1) : null;
        if (bound is double.NaN)
            return null;
        return (FirstWhere(value => value.CompareTo(bound) >= 0), FirstWhere(value => value.CompareTo(bound) > 0));
    }

    private Int128 FirstWhere(Func<IComparable, bool> holds)
    {
        var (low, high) = ((Int128)long.MinValue, (Int128)long.MaxValue + 1);
        while (low < high)
        {
            var middle = low + ((high - low) >> 1);
            if (holds(Part!((long)middle)))
                high = middle;
            else
                low = middle + 1;
        }
        // What holds from the least value on holds always, and what never holds begins after the end.
        return low == long.MinValue ? -Infinity
            : low > long.MaxValue ? Infinity
            : low;
    }

    /// <summary>A moment or a span in ticks.</summary>
    public static long? TicksOf(object? value) =>
        value switch
        {
            DateTimeOffset time => time.UtcTicks,
            DateTime time => time.Ticks,
            TimeSpan span => span.Ticks,
            long ticks => ticks,
            _ => null,
        };
}
