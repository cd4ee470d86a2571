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

    /// <summary>Notes a failure.</summary>
    /// <returns>True for a failure of this kind.</returns>
    public bool IsMet(Exception failure)
    {
        if (!DatabaseFailure.IsOutage(failure))
            return false;
        if (Interlocked.CompareExchange(ref start, Stopwatch.GetTimestamp(), 0) == 0)
            log.DatabaseLost(failure.Message);
        return true;
    }

    /// <summary>Waits before the next attempt, each time for longer. The wait is one of this machine, whatever the clock of the
    /// client.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = OutageWait.After(Interlocked.Increment(ref attempts));
        return SuppressThrowing(Task.Delay(wait, TimeProvider.System, cancellationToken));
    }

    /// <summary>Notes that the database answers.</summary>
    public void End()
    {
        Interlocked.Exchange(ref attempts, 0);
        if (Interlocked.Exchange(ref start, 0) is var since and not 0)
            log.DatabaseBack(Stopwatch.GetElapsedTime(since));
    }

    private static async Task SuppressThrowing(Task task) =>
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
