using FluentProfiles.Mirror.Leasing;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Begins or resumes one pass under a lease, and brings it to its end.</summary>
/// <param name="services">Creates the requests of a run.</param>
/// <param name="passes">What the pass reads and writes in the database, under the lease.</param>
/// <param name="hold">The lease.</param>
/// <param name="ledger">Begins and ends passes under the lease.</param>
/// <param name="guard">The limits.</param>
internal sealed class HeldPass(
    Func<PassService> services,
    PassStore passes,
    LeaseHold hold,
    PassLedger ledger,
    PassGuard guard
)
{
    public async Task<MirrorPassReport> RunAsync(
        MirrorPassKind kind,
        IProgress<MirrorPassReport>? progress,
        CancellationToken cancellationToken
    )
    {
        var start = await ledger.BeginAsync(kind, cancellationToken).ConfigureAwait(false);
        if (start is { IsFirst: true, RowsAtStart: 0, Cursor: null })
            await hold.Store.DropIndexesAsync(cancellationToken).ConfigureAwait(false);
        var run = RunOf(start, progress);
        try
        {
            return await CompleteAsync(run, cancellationToken).ConfigureAwait(false);
        }
        // The service may not take a cursor of long ago. The pass then begins anew.
        catch (ProfilesInvalidRequestException) when (start.Cursor is not null && !run.HasMovedOn)
        {
            await ledger.DropAsync(kind, cancellationToken).ConfigureAwait(false);
            var again = await ledger.BeginAsync(kind, cancellationToken).ConfigureAwait(false);
            start = again with { IsApproved = start.IsApproved, Before = start.Before };
            return await CompleteAsync(RunOf(start, progress), cancellationToken).ConfigureAwait(false);
        }
    }

    private PassRun RunOf(PassState start, IProgress<MirrorPassReport>? progress) =>
        new(services(), passes, guard, start, state => progress?.Report(state.ToReport()));

    private async Task<MirrorPassReport> CompleteAsync(PassRun run, CancellationToken cancellationToken)
    {
        var end = await run.RunAsync(cancellationToken).ConfigureAwait(false);
        if (end.Kind == MirrorPassKind.Full)
            await hold.Store.BuildIndexesAsync(cancellationToken).ConfigureAwait(false);
        await ledger.CompleteAsync(end, cancellationToken).ConfigureAwait(false);
        return end.ToReport();
    }
}
