namespace FluentProfiles.Http;

/// <summary>A moment by a clock that only goes forward. It has come until it is set.</summary>
internal struct Deadline(TimeProvider clock)
{
    private long start;
    private TimeSpan time;

    public readonly bool HasCome => Left <= TimeSpan.Zero;

    public readonly TimeSpan Left => time - clock.GetElapsedTime(start);

    /// <summary>Sets it so much time from now.</summary>
    public void Set(TimeSpan value) => (start, time) = (clock.GetTimestamp(), value);
}
