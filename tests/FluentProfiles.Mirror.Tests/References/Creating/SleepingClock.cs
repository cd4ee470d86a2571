namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>The clock of a machine that can be suspended: its wall clock goes on meanwhile, its timers and timestamps stand still.</summary>
internal sealed class SleepingClock : TimeProvider
{
    private long slept;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref slept));

    public void Sleep(TimeSpan time) => Interlocked.Add(ref slept, time.Ticks);
}
