namespace FluentProfiles;

/// <summary>The result of a sync. The counts add up to the number of steps in the plan. Immutable.</summary>
public sealed class SyncReport
{
    /// <summary>Creates a report for a test. In production, the sync creates it.</summary>
    /// <param name="plan">The plan that was applied.</param>
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

    /// <summary>The plan. It also counts the profiles that needed no write, and the rows that could not be
    /// planned.</summary>
    public SyncPlan Plan { get; }

    /// <summary>The number of profiles created. This includes a create whose response was lost, if the profile was
    /// found with the wanted values.</summary>
    public long Created { get; init; }

    /// <summary>The number of profiles updated.</summary>
    public long Updated { get; init; }

    /// <summary>The number of profiles deleted.</summary>
    public long Deleted { get; init; }

    /// <summary>The number of steps that no longer needed a write: the profile already had the wanted values, or a
    /// profile to delete no longer existed.</summary>
    public long Unchanged { get; init; }

    /// <summary>The number of steps that were not sent, because the profile had changed since the plan was
    /// created.</summary>
    public long Skipped { get; init; }

    /// <summary>The number of steps that failed.</summary>
    public long Failed { get; init; }

    /// <summary>The number of steps that had not started or not completed when the run ended. A step that had started
    /// may or may not have taken effect. 0 for a completed run.</summary>
    public long Unfinished =>
        Plan.Creates + Plan.Updates + Plan.Deletes - Created - Updated - Deleted - Unchanged - Skipped - Failed;

    /// <summary>The first 1,000 steps that were skipped.</summary>
    public IReadOnlyList<SyncSkip> Skips { get; init; } = [];

    /// <summary>The first 1,000 steps that failed, each with the reason. <see cref="FailureCounts"/> counts all of
    /// them. A create whose response was lost twice fails with a
    /// <see cref="ProfilesUnknownOutcomeException"/>.</summary>
    public IReadOnlyList<BulkWriteFailure> Failures { get; init; } = [];

    /// <summary>The number of failed steps by exception type and status code, the most frequent first.</summary>
    public IReadOnlyList<BulkWriteFailureCount> FailureCounts { get; init; } = [];

    /// <summary>Returns the counts in one line.</summary>
    public override string ToString() =>
        $"created {Created}, updated {Updated}, deleted {Deleted}, unchanged {Plan.Unchanged + Unchanged}, failed {Failed}"
        + (Skipped > 0 ? $", skipped {Skipped}" : "")
        + (Unfinished > 0 ? $", unfinished {Unfinished}" : "");
}
