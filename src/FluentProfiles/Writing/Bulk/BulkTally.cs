using System.Net;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Writing.Bulk;

/// <summary>Counts the results of a bulk write and reports progress. Thread-safe.</summary>
internal sealed class BulkTally(IProgress<BulkWriteProgress>? progress, Watchers watchers)
{
    // A run in which nothing succeeds must not fill the memory.
    private const int MostFailures = 1000;

    private readonly object gate = new();
    private readonly List<BulkWriteFailure> failures = [];
    private readonly Dictionary<(Type Type, HttpStatusCode? Status), long> kinds = [];
    private BulkWriteProgress counts = new(0, 0, 0, 0);

    public void Found()
    {
        lock (gate)
            counts = counts with { Found = counts.Found + 1 };
    }

    public void Written() => Note(known => known with { Written = known.Written + 1 });

    public void Unchanged() => Note(known => known with { Unchanged = known.Unchanged + 1 });

    public void Skipped() => Note(known => known with { Skipped = known.Skipped + 1 });

    /// <returns>The counts with this failure.</returns>
    public BulkWriteProgress Failed(BulkWriteFailure failure) =>
        Note(known =>
        {
            Keep(failure);
            return known with { Failed = known.Failed + 1 };
        });

    public BulkWriteReport ToReport()
    {
        lock (gate)
            return new(
                counts,
                [.. failures],
                [
                    .. kinds
                        .OrderByDescending(kind => kind.Value)
                        .Select(kind => new BulkWriteFailureCount(kind.Key.Type, kind.Key.Status, kind.Value)),
                ]
            );
    }

    private void Keep(BulkWriteFailure failure)
    {
        if (failures.Count < MostFailures)
            failures.Add(failure);
        var kind = (failure.Error.GetType(), (failure.Error as ProfilesApiException)?.StatusCode);
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
    }

    // Reported under the lock, so that reports arrive in order.
    private BulkWriteProgress Note(Func<BulkWriteProgress, BulkWriteProgress> next)
    {
        lock (gate)
        {
            counts = next(counts);
            if (progress is not null)
                watchers.Report(progress, counts);
            return counts;
        }
    }
}
