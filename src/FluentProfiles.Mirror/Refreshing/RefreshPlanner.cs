using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Refreshing;

/// <summary>Keeps the plan of a mirror, which follows from the number of its profiles. Thread-safe.</summary>
internal sealed class RefreshPlanner(ProfileMirror mirror, int requestsPerDay, ILogger log)
{
    private RefreshPlan? plan;

    /// <summary>The plan, computed at the first call.</summary>
    public async Task<RefreshPlan> CurrentAsync(CancellationToken cancellationToken) =>
        plan ?? await UpdateAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Computes the plan anew, and logs it where it is another one.</summary>
    public async Task<RefreshPlan> UpdateAsync(CancellationToken cancellationToken)
    {
        var (rows, restricted) = await mirror.Passes.Ledger.CountAsync(cancellationToken).ConfigureAwait(false);
        var next = RefreshPlan.Of(rows, restricted, requestsPerDay);
        if (Interlocked.Exchange(ref plan, next) == next)
            return next;
        log.Planned(rows, next);
        if (next.Factor > 1)
            log.Stretched(next.RequestsPerDay * next.Factor, requestsPerDay, next.Factor);
        return next;
    }
}
