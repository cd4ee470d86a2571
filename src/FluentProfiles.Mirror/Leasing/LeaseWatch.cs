using System.Diagnostics;

namespace FluentProfiles.Mirror.Leasing;

/// <summary>Watches the lease of another holder, to tell one that is alive from one that is dead. Not thread-safe.</summary>
internal sealed class LeaseWatch(LeaseTiming timing)
{
    private long unchangedSince;

    /// <summary>What was seen last; null before the first look.</summary>
    public LeaseState? Latest { get; private set; }

    /// <summary>True when the holder was seen to renew the lease, or another one to take it.</summary>
    public bool IsAlive { get; private set; }

    public void Note(LeaseState state)
    {
        if (Latest?.IsSameAs(state) == true)
            return;
        IsAlive = Latest is not null && state.Owner is not null;
        (Latest, unchangedSince) = (state, Stopwatch.GetTimestamp());
    }

    /// <summary>True for a lease that has ended. The clock of the database may have been set back, so a lease that was not renewed
    /// during its whole length has ended as well, whatever its end.</summary>
    public bool HasEnded(LeaseState state) =>
        state.IsFree || (Latest?.IsSameAs(state) == true && Stopwatch.GetElapsedTime(unchangedSince) > timing.Length);

    /// <summary>How long to wait before the next look.</summary>
    public TimeSpan NextLook =>
        Latest is { Left: var left } && left > TimeSpan.Zero && left < timing.LookEvery ? left : timing.LookEvery;
}
