using FluentProfiles.Telemetry;
using FluentProfiles.Writing.Bulk.Writes;

namespace FluentProfiles.Writing.Bulk;

/// <summary>Reads what a bulk write would read, and counts what it would do.</summary>
internal static class DryRun
{
    public static async Task<BulkWritePreview> RunAsync(
        BulkWrite bulk,
        int sampleSize,
        CancellationToken cancellationToken
    )
    {
        var tally = new BulkTally(null, Watchers.None);
        List<ProfilePreview> sample = [];
        await foreach (var write in bulk.WritesAsync(cancellationToken).ConfigureAwait(false))
        {
            tally.Found();
            bulk.Complete(write);
            tally.Note(ResultOf(write));
            if (write.IsDue && sample.Count < sampleSize)
                sample.Add(new(write.Id, write.Changes));
        }
        var outcome = tally.ToReport();
        return new()
        {
            Plan = new(bulk.Plan),
            NeedsAllowAll = bulk.IsUnfiltered,
            Found = outcome.Found,
            ToWrite = outcome.Written,
            Unchanged = outcome.Unchanged,
            Failed = outcome.Failed,
            Failures = outcome.Failures,
            Sample = sample,
        };
    }

    private static WriteResult ResultOf(PlannedWrite write) =>
        write.Error is { } error ? WriteResult.Invalid(new(write.Id, error))
        : write.IsUnchanged ? WriteResult.Unchanged
        : WriteResult.Written;
}
