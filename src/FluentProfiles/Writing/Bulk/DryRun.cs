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
            if (write.Error is { } error)
                tally.Failed(new(write.Id, error));
            else if (write.IsUnchanged)
                tally.Unchanged();
            else
            {
                tally.Written();
                if (sample.Count < sampleSize)
                    sample.Add(new(write.Id, write.Changes));
            }
        }
        return new(bulk.Plan, bulk.IsUnfiltered, tally.ToReport(), sample);
    }
}
