using FluentProfiles.Mirror.Leasing;
using FluentProfiles.Mirror.Telemetry;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Refreshing;

/// <summary>Refreshes the mirror while this process holds the lease, and stands by while another one does, until it is
/// cancelled.</summary>
internal sealed class Refresher(ProfileMirror mirror, int requestsPerDay, ILogger log)
{
    private readonly Outage outage = new(log);
    private readonly RefreshPlanner planner = new(mirror, requestsPerDay, log);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Backoff backoff = new();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await RefreshAsync(backoff, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                if (cancellationToken.IsCancellationRequested)
                    return;
                await WaitAsync(failure, backoff, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task RefreshAsync(Backoff backoff, CancellationToken cancellationToken)
    {
        var hold = await StandByAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = hold.ConfigureAwait(false);
        outage.End();
        backoff.Reset();
        log.Leased(hold.Term);
        // Another process may have added many profiles since this one had the lease.
        await planner.UpdateAsync(cancellationToken).ConfigureAwait(false);
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hold.Lost);
        var passes = Enum.GetValues<MirrorPassKind>()
            .Select(kind => new PassLoop(mirror, kind, planner, outage, log).RunAsync(work.Token));
        await Task.WhenAll([
                .. passes,
                new InboxLoop(mirror, hold, outage, log).RunAsync(work.Token),
                new ClaimLoop(mirror, outage, log).RunAsync(work.Token),
            ])
            .ConfigureAwait(false);
        if (!cancellationToken.IsCancellationRequested)
            log.Lost(hold.Term);
    }

    private Task<LeaseHold> StandByAsync(CancellationToken cancellationToken)
    {
        string? holder = null;
        return mirror.Passes.Leases.StandByAsync(
            state =>
            {
                outage.End();
                if (state.Owner is { } owner && owner != holder)
                    log.StandsBy(holder = owner);
            },
            cancellationToken
        );
    }

    private async Task WaitAsync(Exception failure, Backoff backoff, CancellationToken cancellationToken)
    {
        if (await outage.WaitAfterAsync(failure, cancellationToken).ConfigureAwait(false))
            return;
        var wait = backoff.After(failure);
        log.NotStarted(wait, FailureText.Of(failure), failure);
        await Task.Delay(wait, mirror.Passes.Clock, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
