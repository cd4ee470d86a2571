using FluentProfiles.Telemetry;

namespace FluentProfiles.Writing.Sync.Applying;

/// <summary>Turns the progress of a query, and then that of the writes, into that of a sync.</summary>
/// <param name="progress">Receives it; null for none.</param>
/// <param name="watchers">Calls it.</param>
internal sealed class SyncProgressReports(IProgress<SyncProgress>? progress, Watchers watchers)
    : IProgress<QueryProgress>,
        IProgress<BulkWriteProgress>
{
    private SyncProgress latest = new(0, 0, 0, 0, 0, 0);

    /// <summary>How many writes are planned.</summary>
    public int Planned
    {
        set => latest = latest with { Planned = value };
    }

    public void Report(QueryProgress value) => Send(latest with { Profiles = value.Read });

    public void Report(BulkWriteProgress value) =>
        Send(
            latest with
            {
                Written = value.Written,
                Unchanged = value.Unchanged,
                Skipped = value.Skipped,
                Failed = value.Failed,
            }
        );

    private void Send(SyncProgress next)
    {
        latest = next;
        if (progress is not null)
            watchers.Report(progress, next);
    }
}
