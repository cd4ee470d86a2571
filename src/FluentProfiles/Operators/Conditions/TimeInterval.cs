namespace FluentProfiles.Operators.Conditions;

/// <summary>Bounds on a time, both inclusive: an exclusive bound is moved by a tick.</summary>
/// <param name="FromTicks">The first time, in ticks of UTC.</param>
/// <param name="ToTicks">The last time, in ticks of UTC.</param>
internal readonly record struct TimeInterval(long FromTicks, long ToTicks)
{
    public static TimeInterval All { get; } = new(DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks);

    public static TimeInterval Empty { get; } = new(All.ToTicks, All.FromTicks);

    public DateTimeOffset From => new(FromTicks, TimeSpan.Zero);

    public DateTimeOffset To => new(ToTicks, TimeSpan.Zero);

    public bool IsEmpty => FromTicks > ToTicks;

    public bool HasFrom => FromTicks > All.FromTicks;

    public bool HasTo => ToTicks < All.ToTicks;

    /// <summary>The interval between two moments in ticks of UTC. They may lie before the first or after the last moment that has
    /// a <see cref="DateTimeOffset"/>.</summary>
    public static TimeInterval OfTicks(Int128 from, Int128 to) =>
        from > to || from > All.ToTicks || to < All.FromTicks
            ? Empty
            : new((long)Int128.Max(from, All.FromTicks), (long)Int128.Min(to, All.ToTicks));

    /// <summary>The smallest interval that covers some intervals, none of them empty.</summary>
    /// <param name="intervals">The intervals.</param>
    /// <param name="hasGap">True when it also covers times that none of them does.</param>
    public static TimeInterval Hull(IEnumerable<TimeInterval> intervals, out bool hasGap)
    {
        hasGap = false;
        TimeInterval? hull = null;
        foreach (var interval in intervals.OrderBy(interval => interval.FromTicks))
        {
            var known = hull ?? interval;
            hasGap |= interval.FromTicks - 1 > known.ToTicks;
            hull = known with { ToTicks = Math.Max(known.ToTicks, interval.ToTicks) };
        }
        return hull!.Value;
    }

    public TimeInterval Intersect(TimeInterval other) =>
        new(Math.Max(FromTicks, other.FromTicks), Math.Min(ToTicks, other.ToTicks));

    public bool Contains(long ticks) => FromTicks <= ticks && ticks <= ToTicks;

    /// <summary>True when a time, and with it all times that follow in the given direction, lies beyond the interval.</summary>
    public bool EndsBefore(long ticks, bool descending) => descending ? ticks < FromTicks : ticks > ToTicks;
}
