using FluentProfiles.Mirror.References;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Refreshing;

/// <summary>Reports the references that wait for a person, until it is cancelled. The calls for them may all have given up before the
/// time of their claims was over.</summary>
internal sealed class ClaimLoop(ProfileMirror mirror, Outage outage, ILogger log)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);

    private readonly TimeProvider clock = mirror.Passes.Clock;
    private readonly Backoff backoff = new();
    private readonly HashSet<UnresolvedClaim> reported = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
                await StepAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            mirror.Passes.Figures.LeaveClaims();
        }
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        var wait = Poll;
        try
        {
            Report(await mirror.UnresolvedClaimsAsync(cancellationToken).ConfigureAwait(false));
            backoff.Reset();
        }
        catch (Exception failure)
        {
            if (cancellationToken.IsCancellationRequested)
                return;
            if (await outage.WaitAfterAsync(failure, cancellationToken).ConfigureAwait(false))
                return;
            // The other loops use the same database, and log why it fails.
            wait = backoff.After(failure);
        }
        await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Logs each claim once.</summary>
    private void Report(IReadOnlyList<UnresolvedClaim> claims)
    {
        mirror.Passes.Figures.NoteUnresolved(claims.Count);
        foreach (var claim in claims)
        {
            if (reported.Add(claim))
                log.Unresolved();
        }
        reported.IntersectWith(claims);
    }
}
