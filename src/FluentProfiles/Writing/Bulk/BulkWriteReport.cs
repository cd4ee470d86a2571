namespace FluentProfiles;

/// <summary>What a bulk write has done. <see cref="Found"/> is the sum of the others. Immutable.</summary>
public sealed class BulkWriteReport
{
    internal BulkWriteReport(
        BulkWriteProgress counts,
        IReadOnlyList<BulkWriteFailure> failures,
        IReadOnlyList<BulkWriteFailureCount> failureCounts
    ) =>
        (Found, Written, Unchanged, Skipped, Failed, Failures, FailureCounts) = (
            counts.Found,
            counts.Written,
            counts.Unchanged,
            counts.Skipped,
            counts.Failed,
            failures,
            failureCounts
        );

    /// <summary>Profiles that the query gave.</summary>
    public long Found { get; }

    /// <summary>Those written.</summary>
    public long Written { get; }

    /// <summary>Those that were as wanted already, so that nothing was sent; of a delete, those that were gone when their turn
    /// came.</summary>
    public long Unchanged { get; }

    /// <summary>Those that no longer met the query's conditions, or were gone, when
    /// <see cref="BulkWriteOptions.VerifyEach"/> read them again, so that nothing was sent.</summary>
    public long Skipped { get; }

    /// <summary>Those that could not be written.</summary>
    public long Failed { get; }

    /// <summary>Those whose write was under way when the run was ended: they may be written or not. 0 for a run that came to
    /// its end.</summary>
    public long Unfinished => Found - Written - Unchanged - Skipped - Failed;

    /// <summary>The profiles that could not be written, each with the reason, in the order in which they failed: the first
    /// 1,000. <see cref="FailureCounts"/> counts all of them.</summary>
    public IReadOnlyList<BulkWriteFailure> Failures { get; }

    /// <summary>How many profiles failed, by the type of the exception and the status of the service's refusal, the most
    /// frequent first. The counts add up to <see cref="Failed"/>.</summary>
    public IReadOnlyList<BulkWriteFailureCount> FailureCounts { get; }

    /// <summary>The counts, in one line.</summary>
    public override string ToString() =>
        $"found {Found}, written {Written}, unchanged {Unchanged}, failed {Failed}"
        + (Skipped > 0 ? $", skipped {Skipped}" : "")
        + (Unfinished > 0 ? $", unfinished {Unfinished}" : "");
}
