namespace FluentProfiles.Mirror.Refreshing;

/// <summary>The times at which passes of one kind are due. They are the same for every process and after every restart, since they
/// follow from the scope and from the latest start alone; and scopes have different ones, so that not all mirrors read at
/// midnight.</summary>
/// <param name="interval">The time between two of them.</param>
/// <param name="spread">A number of the scope.</param>
internal readonly struct PassSlots(TimeSpan interval, ulong spread)
{
    private readonly long offset = (long)(spread % (ulong)interval.Ticks);

    /// <summary>Returns when the next pass is due, which may be now or earlier.</summary>
    /// <param name="lastStart">When the latest pass was started; null for none. A time to come is that of a clock that was
    /// wrong.</param>
    /// <param name="now">The time.</param>
    public DateTimeOffset DueAfter(DateTimeOffset? lastStart, DateTimeOffset now) =>
        lastStart is not { } last || last > now ? now : FirstFrom(last + interval / 2);

    // At least half an interval lies between two passes, also when a first load ends just before a slot.
    private DateTimeOffset FirstFrom(DateTimeOffset time)
    {
        var behind = (time.UtcTicks - offset) % interval.Ticks;
        return behind == 0 ? time : time.AddTicks(interval.Ticks - behind);
    }
}
