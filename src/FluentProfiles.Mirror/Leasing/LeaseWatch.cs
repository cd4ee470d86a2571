using System.Diagnostics;

namespace FluentProfiles.Mirror.Leasing;

/// <summary>Watches the lease of another holder, to tell one that is alive from one that is dead. Not thread-safe.</summary>
internal sealed class LeaseWatch(LeaseTiming timing)
{
    private long unchangedSince;
    private LeaseState? yieldedTo;

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

    /// <summary>True for a lease that may be taken: it was released, or has ended and was not taken at an earlier look. Whoever locks the
    /// row of the scope for long keeps the holder from renewing its lease, so the holder has the time between two looks for
    /// that.</summary>
    /// <param name="state">The lease, read with the row locked.</param>
    public bool MayTake(LeaseState state) =>
        state.Owner is null || (HasEnded(state) && yieldedTo?.IsSameAs(state) == true);

    /// <summary>Notes a lease that was read with the row locked, and not taken.</summary>
    public void NoteNotTaken(LeaseState state)
    {
        if (HasEnded(state))
            yieldedTo = state;
        Note(state);
    }

    /// <summary>How long to wait before the next look.</summary>
    public TimeSpan NextLook =>
        Latest is { Left: var left } && left > TimeSpan.Zero && left < timing.LookEvery ? left : timing.LookEvery;
}
