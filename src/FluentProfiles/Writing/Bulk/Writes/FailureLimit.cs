namespace FluentProfiles.Writing.Bulk.Writes;

/// <summary>Decides after how many failures a run of writes ends.</summary>
/// <param name="options">How it runs.</param>
internal sealed class FailureLimit(WriteOptions options)
{
    private const int FewestAttempts = 100;
    private const int MostPercent = 95;

    private readonly bool stopsOnError = options.StopOnError;
    private readonly int? maxFailures = options.MaxFailures;
    private readonly bool stopsWhenNearlyAllFail = options.StopWhenNearlyAllFail;

    /// <summary>Returns the reason to stop a run with these counts, or null to continue.</summary>
    public string? ReasonToStop(BulkWriteProgress counts)
    {
        var attempts = counts.Written + counts.Failed;
        if (stopsOnError)
            return $"a profile failed, and {nameof(WriteOptions.StopOnError)} is set";
        if (counts.Failed >= maxFailures)
            return $"{nameof(WriteOptions.MaxFailures)} is {maxFailures}";
        return stopsWhenNearlyAllFail && attempts >= FewestAttempts && counts.Failed * 100 > attempts * MostPercent
            ? $"{counts.Failed} of the first {attempts} writes failed ({nameof(WriteOptions.StopWhenNearlyAllFail)})"
            : null;
    }
}
