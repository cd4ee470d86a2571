using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Telemetry;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Refreshing;

/// <summary>Starts the passes of one kind when they are due, until it is cancelled. Kinds do not wait for each other, since a full
/// pass takes long. Waits after failures are in memory alone: after a restart, what is due is started at once.</summary>
internal sealed class PassLoop(
    ProfileMirror mirror,
    MirrorPassKind kind,
    RefreshPlanner planner,
    Outage outage,
    ILogger log
)
{
    // The clock may be set meanwhile, and rows may be added.
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(1);

    // A pass that has stopped waits for a person. It is tried again from time to time, since a key may have been put right.
    private static readonly TimeSpan AfterStop = TimeSpan.FromHours(1);

    // A process with other settings may write again and again.
    private static readonly TimeSpan BetweenFills = TimeSpan.FromHours(1);

    private readonly TimeProvider clock = mirror.Passes.Clock;

    // When a pass of this loop has stopped; null for none.
    private long? stoppedAt;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Backoff backoff = new();
        while (!cancellationToken.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                wait = await StepAsync(cancellationToken).ConfigureAwait(false);
                outage.End();
                backoff.Reset();
            }
            catch (Exception failure)
            {
                if (cancellationToken.IsCancellationRequested)
                    return;
                if (await outage.WaitAfterAsync(failure, cancellationToken).ConfigureAwait(false))
                    continue;
                wait = Report(failure, backoff);
            }
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs a pass if one is due.</summary>
    /// <returns>How long to wait before the next look.</returns>
    private async Task<TimeSpan> StepAsync(CancellationToken cancellationToken)
    {
        // Read before the status, so that a pass that is not under way then begins after it was asked for.
        var asked = await AskedAsync(cancellationToken).ConfigureAwait(false);
        var status = await mirror.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        // Somebody may decide at any moment.
        if (stoppedAt is { } at && clock.GetElapsedTime(at) < AfterStop && status.Stopped.Contains(kind))
            return LongestLook;
        stoppedAt = null;
        var plan = planner.Current;
        var now = clock.GetUtcNow();
        var due = asked is not null && IsPossible(status) ? now : DueOf(status, plan, now);
        if (due > now)
            return due - now < LongestLook ? due - now : LongestLook;
        var report = await mirror.RunPassAsync(kind, cancellationToken).ConfigureAwait(false);
        log.Completed(kind, report.Requests, report.Read, report.Added, report.Changed, report.Removed);
        if (kind == MirrorPassKind.Full && report.Read == 0)
            log.Empty();
        if (kind == MirrorPassKind.Full)
            await planner.UpdateAsync(cancellationToken).ConfigureAwait(false);
        if (kind == MirrorPassKind.New)
            await mirror
                .LostEvents.NotePassAsync(status.NewAsOf, report.StartedAt, plan.IntervalOf(kind), cancellationToken)
                .ConfigureAwait(false);
        // The pages of a pass that was interrupted may be older than what was lost.
        if (asked is not null && !status.Unfinished.Contains(kind))
            await mirror.LostEvents.SettleAsync(asked, cancellationToken).ConfigureAwait(false);
        return TimeSpan.Zero;
    }

    /// <summary>The mark that asks for this pass before it is due, since events may be lost; null for none.</summary>
    private async Task<MirrorPendingRead?> AskedAsync(CancellationToken cancellationToken) =>
        kind == MirrorPassKind.Statuses
            ? await mirror.LostEvents.AskedAsync(cancellationToken).ConfigureAwait(false)
            : null;

    /// <summary>True for a pass that has something to go by: kinds other than a full one need a first load.</summary>
    private bool IsPossible(MirrorStatus status) =>
        (kind == MirrorPassKind.Full || status.AsOf is not null)
        && (kind != MirrorPassKind.Statuses || mirror.CanSweep);

    /// <summary>When the next pass is due. One that was interrupted is due at once, and a full one that fills members in comes
    /// early.</summary>
    private DateTimeOffset DueOf(MirrorStatus status, RefreshPlan plan, DateTimeOffset now)
    {
        if (!IsPossible(status))
            return DateTimeOffset.MaxValue;
        if (status.Unfinished.Contains(kind))
            return now;
        var usual = new PassSlots(plan.IntervalOf(kind), mirror.Store.Scope.Spread).DueAfter(
            status.AsOfKind(kind),
            now
        );
        var early = kind == MirrorPassKind.Full && status.MissingMembers.Count > 0 ? status.AsOf + BetweenFills : null;
        return early < usual ? early.Value : usual;
    }

    private TimeSpan Report(Exception failure, Backoff backoff)
    {
        if (failure is MirrorStoppedException stopped)
        {
            log.Stopped(stopped.Message);
            stoppedAt = clock.GetTimestamp();
            return LongestLook;
        }
        var wait = backoff.After(failure);
        log.Failed(kind, wait, FailureText.Of(failure), failure);
        return wait;
    }
}
