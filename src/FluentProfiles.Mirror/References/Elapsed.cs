namespace FluentProfiles.Mirror.References;

/// <summary>The time since a moment, by the clock that has gone further: one of them may stand still while a machine sleeps.</summary>
/// <param name="clock">The time.</param>
internal readonly struct Elapsed(TimeProvider clock)
{
    private readonly long timestamp = clock.GetTimestamp();
    private readonly DateTimeOffset start = clock.GetUtcNow();

    public TimeSpan Time
    {
        get
        {
            var (steady, shown) = (clock.GetElapsedTime(timestamp), clock.GetUtcNow() - start);
            return steady > shown ? steady : shown;
        }
    }
}
