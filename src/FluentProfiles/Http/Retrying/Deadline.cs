namespace FluentProfiles.Http.Retrying;

/// <summary>A point in time by a monotonic clock. Unset, it has passed.</summary>
internal struct Deadline(TimeProvider clock)
{
    private long start;
    private TimeSpan time;

    public readonly bool HasPassed => Left <= TimeSpan.Zero;

    public readonly TimeSpan Left => time - clock.GetElapsedTime(start);

    /// <summary>Sets it to the given time from now.</summary>
    public void Set(TimeSpan value) => (start, time) = (clock.GetTimestamp(), value);
}
