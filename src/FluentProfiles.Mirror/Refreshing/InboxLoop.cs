using FluentProfiles.Mirror.Leasing;
using FluentProfiles.Mirror.Telemetry;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Refreshing;

/// <summary>Reads the profiles of the inbox when they are due, until it is cancelled.</summary>
internal sealed class InboxLoop(ProfileMirror mirror, LeaseHold hold, Outage outage, ILogger log)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly TimeProvider clock = mirror.Passes.Clock;
    private readonly Backoff backoff = new();
    private bool fails;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
                await StepAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            mirror.Passes.Figures.LeaveInbox();
        }
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await hold.CertainAsync(cancellationToken).ConfigureAwait(false);
            var step = await mirror.InboxReader.StepAsync(cancellationToken).ConfigureAwait(false);
            mirror.Passes.Figures.NoteInbox(step.Backlog.Count, step.Backlog.Oldest);
            await mirror.EventPruning.RunAsync(cancellationToken).ConfigureAwait(false);
            outage.End();
            backoff.Reset();
            Report(step.Failure, isRun: step.Read > 0);
            if (!step.HasMore)
                await mirror.Inbox.Arrived.WaitAsync(Poll, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            if (cancellationToken.IsCancellationRequested)
                return;
            await WaitAsync(failure, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(Exception failure, CancellationToken cancellationToken)
    {
        if (await outage.WaitAfterAsync(failure, cancellationToken).ConfigureAwait(false))
            return;
        Report(failure, isRun: true);
        await Task.Delay(backoff.After(failure), clock, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Logs the first failure of a run.</summary>
    private void Report(Exception? failure, bool isRun)
    {
        if (!isRun)
            return;
        if (failure is not null && !fails)
            log.InboxFailed(FailureText.Of(failure), failure);
        fails = failure is not null;
    }
}
