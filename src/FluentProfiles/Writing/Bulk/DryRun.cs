using FluentProfiles.Telemetry;

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
            tally.Note(ResultOf(write));
            if (write.IsDue && sample.Count < sampleSize)
                sample.Add(new(write.Id, write.Changes));
        }
        return new(bulk.Plan, bulk.IsUnfiltered, tally.ToReport(), sample);
    }

    private static WriteResult ResultOf(PlannedWrite write) =>
        write.Error is { } error ? WriteResult.Invalid(new(write.Id, error))
        : write.IsUnchanged ? WriteResult.Unchanged
        : WriteResult.Written;
}
