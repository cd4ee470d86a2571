using System.Diagnostics;
using FluentProfiles.Mirror.Contexts;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Refreshing;

/// <summary>A database that can't be reached. It is logged once when it is lost and once when it is back, however many attempts lie
/// between. Thread-safe.</summary>
internal sealed class Outage(ILogger log)
{
    private long start;
    private int attempts;

    /// <summary>Notes a failure of this kind, and waits before the next attempt, each time for longer. The wait is one of this machine,
    /// whatever the clock of the client. It ends early when it is cancelled.</summary>
    /// <returns>False, at once, for any other failure.</returns>
    public async Task<bool> WaitAfterAsync(Exception failure, CancellationToken cancellationToken)
    {
        if (!DatabaseFailure.IsOutage(failure))
            return false;
        if (Interlocked.CompareExchange(ref start, Stopwatch.GetTimestamp(), 0) == 0)
            log.DatabaseLost(failure.Message);
        var wait = OutageWait.After(Interlocked.Increment(ref attempts));
        await Task.Delay(wait, TimeProvider.System, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    /// <summary>Notes that the database answers.</summary>
    public void End()
    {
        Interlocked.Exchange(ref attempts, 0);
        if (Interlocked.Exchange(ref start, 0) is var since and not 0)
            log.DatabaseBack(Stopwatch.GetElapsedTime(since));
    }
}
