using System.Linq.Expressions;

namespace FluentProfiles.Planning.Filters;

/// <summary>Translates a comparison with a value computed from a sortable time into an interval, or declines with null.</summary>
internal static class TimeTranslator
{
    public static ServiceBounds? Translate(Expression condition, bool negated)
    {
        if (ComparisonForm.Read(condition) is not { } comparison)
            return null;
        if (TimeMeasureReader.Read(comparison.Left) is { } left)
            return Translate(left, comparison, negated);
        return TimeMeasureReader.Read(comparison.Right) is { } right
            ? Translate(right, comparison.Swapped(), negated)
            : null;
    }

    private static ServiceBounds? Translate(TimeMeasure measure, ComparisonForm comparison, bool negated)
    {
        if (ComparisonForm.Bare(comparison.Right) is not ConstantExpression { Value: var bound })
            return null;
        // Compared with null, only != holds.
        if (bound is null)
            return comparison.Operator == ExpressionType.NotEqual == negated ? ServiceBounds.None : ServiceBounds.All;
        // A value of another type is never equal, whatever its ticks, and CompareTo throws for it.
        if (bound.GetType() != ComparisonForm.Bare(comparison.Left).Type)
            return null;
        return measure.IntervalOf((negated ? comparison.Negated() : comparison).Operator, bound) is { } interval
            ? ServiceBounds.All with
            {
                Times = TimeIntervals.Of(measure.Time, interval),
                IsExact = measure.IsExact,
            }
            : null;
    }
}
