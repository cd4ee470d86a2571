namespace FluentProfiles;

/// <summary>The result of a bulk write. <see cref="Found"/> is the sum of the other counts. Immutable.</summary>
public sealed class BulkWriteReport
{
    /// <summary>The number of profiles that the query returned.</summary>
    public long Found { get; init; }

    /// <summary>The number of profiles that were written.</summary>
    public long Written { get; init; }

    /// <summary>The number of profiles that already had the wanted values, so nothing was sent. For a delete, the
    /// number of profiles that were already deleted when their turn came.</summary>
    public long Unchanged { get; init; }

    /// <summary>The number of profiles that no longer matched the query's conditions, or were deleted, when
    /// <see cref="BulkWriteOptions.VerifyEach"/> read them again. Nothing was sent for them.</summary>
    public long Skipped { get; init; }

    /// <summary>The number of profiles that could not be written.</summary>
    public long Failed { get; init; }

    /// <summary>The number of profiles whose write was in progress when the run ended. They may or may not have been
    /// written. 0 for a completed run.</summary>
    public long Unfinished => Found - Written - Unchanged - Skipped - Failed;

    /// <summary>The first 1,000 failures, each with the reason, in the order in which they occurred.
    /// <see cref="FailureCounts"/> counts all of them.</summary>
    public IReadOnlyList<BulkWriteFailure> Failures { get; init; } = [];

    /// <summary>The number of failures by exception type and status code, the most frequent first. The counts add up to
    /// <see cref="Failed"/>.</summary>
    public IReadOnlyList<BulkWriteFailureCount> FailureCounts { get; init; } = [];

    /// <summary>Returns the counts in one line.</summary>
    public override string ToString() =>
        $"found {Found}, written {Written}, unchanged {Unchanged}, failed {Failed}"
        + (Skipped > 0 ? $", skipped {Skipped}" : "")
        + (Unfinished > 0 ? $", unfinished {Unfinished}" : "");
}
