using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Refreshing;

/// <summary>Keeps the plan of a mirror, which follows from the number of its profiles. Thread-safe.</summary>
internal sealed class RefreshPlanner(ProfileMirror mirror, int requestsPerDay, ILogger log)
{
    private RefreshPlan? plan;

    /// <summary>The plan that was computed last. There is one once <see cref="UpdateAsync"/> has returned.</summary>
    public RefreshPlan Current => plan!;

    /// <summary>Computes the plan anew, and logs it where it is another one.</summary>
    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        var (rows, restricted) = await mirror.Passes.Ledger.CountAsync(cancellationToken).ConfigureAwait(false);
        var next = RefreshPlan.Of(rows, restricted, requestsPerDay);
        if (Interlocked.Exchange(ref plan, next) == next)
            return;
        log.Planned(rows, next);
        if (next.Factor > 1)
            log.Stretched(next.RequestsPerDay * next.Factor, requestsPerDay, next.Factor);
    }
}
