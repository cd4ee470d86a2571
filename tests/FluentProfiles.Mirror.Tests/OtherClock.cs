namespace FluentProfiles.Mirror.Tests;

/// <summary>The clock of a process that is wrong, and may be set while the process runs. Timers run as usual.</summary>
internal sealed class OtherClock : TimeProvider
{
    private long ahead;

    /// <summary>How much it is ahead of the clock of the machine.</summary>
    public TimeSpan Ahead
    {
        get => new(Interlocked.Read(ref ahead));
        set => Interlocked.Exchange(ref ahead, value.Ticks);
    }

    /// <summary>By how much the clocks of processes differ in the tests.</summary>
    public static IReadOnlyList<TimeSpan> Differences { get; } =
    [
        TimeSpan.FromSeconds(10),
        TimeSpan.FromSeconds(-10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(-1),
        TimeSpan.FromDays(7),
        TimeSpan.FromDays(-7),
    ];

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
