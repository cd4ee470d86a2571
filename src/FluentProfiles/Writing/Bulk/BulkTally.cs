using FluentProfiles.Telemetry;

namespace FluentProfiles.Writing.Bulk;

/// <summary>Counts what a bulk write does, from any thread, and tells of it.</summary>
internal sealed class BulkTally(IProgress<BulkWriteProgress>? progress, Watchers watchers)
{
    private readonly object gate = new();
    private readonly List<BulkWriteFailure> failures = [];
    private BulkWriteProgress counts = new(0, 0, 0, 0);

    public void Found()
    {
        lock (gate)
            counts = counts with { Found = counts.Found + 1 };
    }

    public void Written() => Note(known => known with { Written = known.Written + 1 });

    public void Unchanged() => Note(known => known with { Unchanged = known.Unchanged + 1 });

    public void Failed(BulkWriteFailure failure) =>
        Note(known =>
        {
            failures.Add(failure);
            return known with { Failed = known.Failed + 1 };
        });

    public BulkWriteReport ToReport()
    {
        lock (gate)
            return new(counts, [.. failures]);
    }

    // Reported under the lock: so no report overtakes another.
    private void Note(Func<BulkWriteProgress, BulkWriteProgress> next)
    {
        lock (gate)
        {
            counts = next(counts);
            if (progress is not null)
                watchers.Report(progress, counts);
        }
    }
}
