using FluentProfiles.Writing.Bulk.Writes;

namespace FluentProfiles.Writing.Sync.Applying;

/// <summary>Counts the writes of a sync by their kind, and keeps the steps that were skipped. Thread-safe.</summary>
internal sealed class SyncCounts
{
    private const int MostSkips = 1000;

    private readonly List<SyncSkip> skips = [];
    private readonly object gate = new();
    private long created;
    private long updated;
    private long deleted;

    public WriteResult Written(SyncStepKind kind)
    {
        Interlocked.Increment(
            ref kind == SyncStepKind.Create ? ref created : ref kind == SyncStepKind.Update ? ref updated : ref deleted
        );
        return WriteResult.Written;
    }

    public WriteResult Skipped(SyncSkip skip)
    {
        lock (gate)
        {
            if (skips.Count < MostSkips)
                skips.Add(skip);
        }
        return WriteResult.Skipped;
    }

    public SyncReport ToReport(SyncPlan plan, BulkWriteReport writes)
    {
        lock (gate)
            return new(plan, writes)
            {
                Created = created,
                Updated = updated,
                Deleted = deleted,
                Skipped = writes.Skipped,
                Skips = [.. skips],
            };
    }
}
