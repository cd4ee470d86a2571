using FluentProfiles.Writing.Bulk.Writes;
using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles.Writing.Sync.Applying;

/// <summary>Carries out a plan: updates, creates, deletes, several at once.</summary>
internal sealed class SyncRun
{
    private readonly SyncPlan plan;
    private readonly SyncSession session;
    private readonly CancellationToken cancellationToken;
    private readonly BulkTally tally;
    private readonly WriteLoop loop;
    private readonly SyncCounts counts = new();
    private readonly StepWriter writer;

    public SyncRun(SyncPlan plan, SyncSession session, CancellationToken cancellationToken)
    {
        (this.plan, this.session, this.cancellationToken) = (plan, session, cancellationToken);
        session.Progress.Planned = plan.Creates + plan.Updates + plan.Deletes;
        tally = new(session.Progress, session.Environment.Watchers);
        loop = new(session.Options, tally, cancellationToken);
        writer = new(session, plan.Data, loop, counts, cancellationToken);
    }

    /// <exception cref="SyncCanceledException">The caller cancelled.</exception>
    /// <exception cref="ProfilesSyncException">The run ended early.</exception>
    public async Task<SyncReport> RunAsync()
    {
        try
        {
            return counts.ToReport(plan, await loop.ReportAsync(WriteAsync, () => null).ConfigureAwait(false));
        }
        catch (BulkWriteCanceledException cancelled)
        {
            throw new SyncCanceledException(counts.ToReport(plan, cancelled.Report), cancellationToken);
        }
        catch (ProfilesBulkWriteException ended)
        {
            var report = counts.ToReport(plan, ended.Report);
            throw new ProfilesSyncException(
                SyncStopReason.EndedEarly,
                $"The sync ended early ({report}){ended.Because}: {ended.InnerException!.Message}",
                ended.InnerException
            )
            {
                Plan = plan,
                Report = report,
            };
        }
    }

    private async Task WriteAsync()
    {
        await ForEachAsync(plan.Data.Updates, writer.UpdateAsync).ConfigureAwait(false);
        await CreateAllAsync().ConfigureAwait(false);
        await ForEachAsync(plan.Data.Deletes, writer.DeleteAsync).ConfigureAwait(false);
    }

    /// <summary>Creates in two rounds. The second is for creates whose answer was lost in the first: those that are not among the
    /// newest profiles are sent once more.</summary>
    private async Task CreateAllAsync()
    {
        if (plan.Creates == 0)
            return;
        NewestProfiles newest = new(session.Client, plan.Data);
        var existing = await newest.ReadAsync(keys: null, cancellationToken).ConfigureAwait(false);
        LostCreates lost = new();
        await ForEachAsync(plan.Data.Creates, step => writer.CreateAsync(step, existing, lost)).ConfigureAwait(false);
        for (var sends = true; lost.TakeAll() is { Count: > 0 } again; sends = false)
        {
            tally.ResumePostponed();
            var keys = again.Select(create => create.Step.Key).ToHashSet(StringComparer.Ordinal);
            existing = await newest.ReadAsync(keys, cancellationToken).ConfigureAwait(false);
            var resends = sends;
            await loop.ForEachAsync(
                    again.ToAsyncEnumerable(),
                    create => writer.SettleAsync(create, existing, resends ? lost : null)
                )
                .ConfigureAwait(false);
        }
    }

    private Task ForEachAsync(IReadOnlyList<RawJson> steps, Func<StepData, Task<WriteResult?>> write) =>
        loop.ForEachAsync(
            steps.ToAsyncEnumerable(),
            json =>
            {
                tally.Found();
                return write(PlanReading.Step(json));
            }
        );
}
