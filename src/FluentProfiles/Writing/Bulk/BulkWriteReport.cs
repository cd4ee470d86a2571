namespace FluentProfiles;

/// <summary>What a bulk write has done. <see cref="Found"/> is the sum of the others. Immutable.</summary>
public sealed class BulkWriteReport
{
    /// <summary>Profiles that the query gave.</summary>
    public long Found { get; init; }

    /// <summary>Those written.</summary>
    public long Written { get; init; }

    /// <summary>Those that were as wanted already, so that nothing was sent; of a delete, those that were gone when their turn
    /// came.</summary>
    public long Unchanged { get; init; }

    /// <summary>Those that no longer met the query's conditions, or were gone, when
    /// <see cref="BulkWriteOptions.VerifyEach"/> read them again, so that nothing was sent.</summary>
    public long Skipped { get; init; }

    /// <summary>Those that could not be written.</summary>
    public long Failed { get; init; }

    /// <summary>Those whose write was under way when the run was ended: they may be written or not. 0 for a run that came to
    /// its end.</summary>
    public long Unfinished => Found - Written - Unchanged - Skipped - Failed;

    /// <summary>The profiles that could not be written, each with the reason, in the order in which they failed: the first
    /// 1,000. <see cref="FailureCounts"/> counts all of them.</summary>
    public IReadOnlyList<BulkWriteFailure> Failures { get; init; } = [];

    /// <summary>How many profiles failed, by the type of the exception and the status of the service's refusal, the most
    /// frequent first. The counts add up to <see cref="Failed"/>.</summary>
    public IReadOnlyList<BulkWriteFailureCount> FailureCounts { get; init; } = [];

    /// <summary>The counts, in one line.</summary>
    public override string ToString() =>
        $"found {Found}, written {Written}, unchanged {Unchanged}, failed {Failed}"
        + (Skipped > 0 ? $", skipped {Skipped}" : "")
        + (Unfinished > 0 ? $", unfinished {Unfinished}" : "");
}
