namespace FluentProfiles.Planning.Filters;

/// <summary>Bounds on the time of creation, both inclusive: what is exclusive is moved by a tick.</summary>
/// <param name="FromTicks">The first time, in ticks of UTC.</param>
/// <param name="ToTicks">The last time, in ticks of UTC.</param>
internal readonly record struct CreatedAtRange(long FromTicks, long ToTicks)
{
    public static CreatedAtRange All { get; } = new(DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks);

    public static CreatedAtRange Empty { get; } = new(All.ToTicks, All.FromTicks);

    public DateTimeOffset From => new(FromTicks, TimeSpan.Zero);

    public DateTimeOffset To => new(ToTicks, TimeSpan.Zero);

    public bool IsEmpty => FromTicks > ToTicks;

    public bool HasFrom => FromTicks > All.FromTicks;

    public bool HasTo => ToTicks < All.ToTicks;

    /// <summary>The range between two moments in ticks of UTC, which may lie before the first or after the last one that has
    /// a <see cref="DateTimeOffset"/>.</summary>
    public static CreatedAtRange OfTicks(Int128 from, Int128 to) =>
        from > to || from > All.ToTicks || to < All.FromTicks
            ? Empty
            : new((long)Int128.Max(from, All.FromTicks), (long)Int128.Min(to, All.ToTicks));

    /// <summary>The smallest range that covers some ranges, none of them empty.</summary>
    /// <param name="ranges">The ranges.</param>
    /// <param name="hasGap">True when it also covers times that none of them does.</param>
    public static CreatedAtRange Hull(IEnumerable<CreatedAtRange> ranges, out bool hasGap)
    {
        hasGap = false;
        CreatedAtRange? hull = null;
        foreach (var range in ranges.OrderBy(range => range.FromTicks))
        {
            var known = hull ?? range;
            hasGap |= range.FromTicks - 1 > known.ToTicks;
            hull = known with { ToTicks = Math.Max(known.ToTicks, range.ToTicks) };
        }
        return hull!.Value;
    }

    public CreatedAtRange Intersect(CreatedAtRange other) =>
        new(Math.Max(FromTicks, other.FromTicks), Math.Min(ToTicks, other.ToTicks));

    public bool Contains(DateTimeOffset time) => FromTicks <= time.UtcTicks && time.UtcTicks <= ToTicks;

    /// <summary>Whether the time, and with it all that follow in the given order, lies beyond the range.</summary>
    public bool EndsBefore(DateTimeOffset time, bool descending) =>
        descending ? time.UtcTicks < FromTicks : time.UtcTicks > ToTicks;
}
