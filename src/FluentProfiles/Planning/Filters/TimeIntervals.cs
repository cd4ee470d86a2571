using FluentProfiles.Model.Schema;
using FluentProfiles.Operators.Conditions;

namespace FluentProfiles.Planning.Filters;

/// <summary>The intervals that the sortable times of a profile lie in. A time without bounds is left out.</summary>
internal sealed class TimeIntervals
{
    private readonly KeyValuePair<SortKey, TimeInterval>[] bounded;

    private TimeIntervals(KeyValuePair<SortKey, TimeInterval>[] bounded) => this.bounded = bounded;

    /// <summary>No bounds.</summary>
    public static TimeIntervals None { get; } = new([]);

    /// <summary>Bounds that no profile lies within.</summary>
    public static TimeIntervals Empty { get; } = new([new(ProfileSchema.DefaultSortKey, TimeInterval.Empty)]);

    /// <summary>The times that have bounds, each with its interval.</summary>
    public IReadOnlyList<KeyValuePair<SortKey, TimeInterval>> Bounded => bounded;

    public bool IsNone => bounded.Length == 0;

    /// <summary>True when no profile lies within the bounds.</summary>
    public bool IsEmpty => Array.Exists(bounded, time => time.Value.IsEmpty);

    /// <summary>The interval of a time.</summary>
    public TimeInterval this[SortKey time]
    {
        get
        {
            foreach (var (key, interval) in bounded)
            {
                if (key == time)
                    return interval;
            }
            return TimeInterval.All;
        }
    }

    public static TimeIntervals Of(SortKey time, TimeInterval interval) =>
        interval.IsEmpty ? Empty
        : interval == TimeInterval.All ? None
        : new([new(time, interval)]);

    /// <summary>The intervals of the profiles that lie within both.</summary>
    public TimeIntervals And(TimeIntervals other) =>
        other.IsNone ? this
        : IsNone ? other
        : Intersection(this, other);

    /// <summary>The smallest intervals that cover several, none of them empty.</summary>
    /// <param name="some">The intervals.</param>
    /// <param name="hasGap">True when they also cover times that none of the several does.</param>
    public static TimeIntervals AnyOf(IReadOnlyCollection<TimeIntervals> some, out bool hasGap)
    {
        var isWider = false;
        var hull = ForEachTime(time =>
        {
            var covering = TimeInterval.Hull(some.Select(one => one[time]), out var gap);
            isWider |= gap;
            return covering;
        });
        hasGap = isWider;
        return hull;
    }

    // A method of its own, so that And allocates no closure when one of the two has no bounds.
    private static TimeIntervals Intersection(TimeIntervals one, TimeIntervals other) =>
        ForEachTime(time => one[time].Intersect(other[time]));

    private static TimeIntervals ForEachTime(Func<SortKey, TimeInterval> intervalOf)
    {
        List<KeyValuePair<SortKey, TimeInterval>> bounded = [];
        foreach (var time in ProfileSchema.Times)
        {
            var interval = intervalOf(time);
            if (interval != TimeInterval.All)
                bounded.Add(new(time, interval));
        }
        return bounded.Count == 0 ? None : new([.. bounded]);
    }
}
