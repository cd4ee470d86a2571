using System.Net;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Writing.Bulk.Writes;

/// <summary>Counts the results of a run of writes and reports progress. Thread-safe.</summary>
internal sealed class BulkTally(IProgress<BulkWriteProgress>? progress, Watchers watchers)
{
    // A run in which nothing succeeds must not fill the memory.
    private const int MostFailures = 1000;

    private readonly object gate = new();
    private readonly List<BulkWriteFailure> failures = [];
    private readonly Dictionary<(Type Type, HttpStatusCode? Status), long> kinds = [];
    private BulkWriteProgress counts = new(0, 0, 0, 0);
    private long postponed;

    public void Found()
    {
        lock (gate)
            counts = counts with { Found = counts.Found + 1 };
    }

    /// <returns>The counts with this result, for the decision whether the run goes on: a postponed write counts among the
    /// failures here.</returns>
    public BulkWriteProgress Note(WriteResult result)
    {
        lock (gate)
        {
            if (result.Kind == WriteResultKind.Postponed)
                postponed++;
            else
                Count(result);
            return counts with { Failed = counts.Failed + postponed };
        }
    }

    /// <summary>The postponed writes are done now.</summary>
    public void ResumePostponed()
    {
        lock (gate)
            postponed = 0;
    }

    public BulkWriteReport ToReport()
    {
        lock (gate)
            return new()
            {
                Found = counts.Found,
                Written = counts.Written,
                Unchanged = counts.Unchanged,
                Skipped = counts.Skipped,
                Failed = counts.Failed,
                Failures = [.. failures],
                FailureCounts =
                [
                    .. kinds
                        .OrderByDescending(kind => kind.Value)
                        .Select(kind => new BulkWriteFailureCount(kind.Key.Type, kind.Key.Status, kind.Value)),
                ],
            };
    }

    private void Count(WriteResult result)
    {
        if (result.Failure is { } failure)
            Keep(failure);
        counts = result.Kind switch
        {
            WriteResultKind.Written => counts with { Written = counts.Written + 1 },
            WriteResultKind.Unchanged => counts with { Unchanged = counts.Unchanged + 1 },
            WriteResultKind.Skipped => counts with { Skipped = counts.Skipped + 1 },
            _ => counts with { Failed = counts.Failed + 1 },
        };
        // Reported under the lock, so that reports arrive in order.
        if (progress is not null)
            watchers.Report(progress, counts);
    }

    private void Keep(BulkWriteFailure failure)
    {
        if (failures.Count < MostFailures)
            failures.Add(failure);
        var kind = (failure.Error.GetType(), (failure.Error as ProfilesApiException)?.StatusCode);
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
    }
}
