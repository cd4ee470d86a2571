using FluentProfiles.Mirror.Model.References;

namespace FluentProfiles.Mirror.References.Waiting;

/// <summary>The waits of one call for the outcome of a create, its own or that of another process.</summary>
/// <param name="times">The times.</param>
/// <param name="clock">The time.</param>
internal sealed class OutcomeWait(ReferenceTimes times, TimeProvider clock)
{
    private TimeSpan poll = times.ShortestPoll;
    private TimeSpan look = times.ShortestLook;
    private long since;
    private TimeSpan due;

    /// <summary>True when it is time to look at the service.</summary>
    /// <param name="isOwn">True for a create of this process, whose answer was lost: its first look is due at once.</param>
    public bool IsLookDue(bool isOwn)
    {
        if (since == 0)
            (since, due) = (clock.GetTimestamp(), isOwn ? TimeSpan.Zero : times.Patience);
        if (clock.GetElapsedTime(since) < due)
            return false;
        since = clock.GetTimestamp();
        due = look;
        look = Shorter(look * 2, times.LongestLook);
        return true;
    }

    /// <summary>Waits before the next look at the database.</summary>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        // Processes that wait for the same one do not ask together.
        await Task.Delay(poll * (0.75 + Random.Shared.NextDouble() / 2), clock, cancellationToken)
            .ConfigureAwait(false);
        poll = Shorter(poll * 2, times.LongestPoll);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
