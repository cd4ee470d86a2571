namespace FluentProfiles;

/// <summary>What a sync has done. The counts add up to the steps of the plan. Immutable.</summary>
public sealed class SyncReport
{
    /// <summary>Makes a report for a test. The sync makes its own.</summary>
    /// <param name="plan">What was to be done.</param>
    public SyncReport(SyncPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
    }

    internal SyncReport(SyncPlan plan, BulkWriteReport writes) =>
        (Plan, Unchanged, Failed, Failures, FailureCounts) = (
            plan,
            writes.Unchanged,
            writes.Failed,
            writes.Failures,
            writes.FailureCounts
        );

    /// <summary>The plan, which also counts what needed no write, and what could not be planned.</summary>
    public SyncPlan Plan { get; }

    /// <summary>Profiles created. A create whose answer was lost, and whose profile was found as wanted, is among
    /// them.</summary>
    public long Created { get; init; }

    /// <summary>Profiles updated.</summary>
    public long Updated { get; init; }

    /// <summary>Profiles deleted.</summary>
    public long Deleted { get; init; }

    /// <summary>Steps that needed no write any more: the profile was as wanted already, or gone where it was to be
    /// deleted.</summary>
    public long Unchanged { get; init; }

    /// <summary>Steps that were not sent, because their profile was no longer as planned.</summary>
    public long Skipped { get; init; }

    /// <summary>Steps that failed.</summary>
    public long Failed { get; init; }

    /// <summary>Steps that were not begun or not completed when the run ended: the latter may be done or not. 0 for a run that came
    /// to its end.</summary>
    public long Unfinished =>
        Plan.Creates + Plan.Updates + Plan.Deletes - Created - Updated - Deleted - Unchanged - Skipped - Failed;

    /// <summary>The first 1,000 steps that were skipped.</summary>
    public IReadOnlyList<SyncSkip> Skips { get; init; } = [];

    /// <summary>The first 1,000 steps that failed, each with the reason. <see cref="FailureCounts"/> counts all of them. A create
    /// whose answer was lost twice fails with <see cref="ProfilesUnknownOutcomeException"/>.</summary>
    public IReadOnlyList<BulkWriteFailure> Failures { get; init; } = [];

    /// <summary>How many steps failed, by the type of the exception and the status of the refusal, the most frequent
    /// first.</summary>
    public IReadOnlyList<BulkWriteFailureCount> FailureCounts { get; init; } = [];

    /// <summary>The counts, in one line.</summary>
    public override string ToString() =>
        $"created {Created}, updated {Updated}, deleted {Deleted}, unchanged {Plan.Unchanged + Unchanged}, failed {Failed}"
        + (Skipped > 0 ? $", skipped {Skipped}" : "")
        + (Unfinished > 0 ? $", unfinished {Unfinished}" : "");
}
