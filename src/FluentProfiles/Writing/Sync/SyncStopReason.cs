namespace FluentProfiles;

/// <summary>The reason why a sync ended early.</summary>
public enum SyncStopReason
{
    /// <summary>The rows were empty, or none had a key, and <see cref="SyncOptions.AllowEmptyRows"/> is not set. Nothing was
    /// sent.</summary>
    EmptyRows,

    /// <summary>Several rows or several profiles share a key, and <see cref="SyncOptions.StopOnDuplicates"/> is set.
    /// Nothing was written.</summary>
    Duplicates,

    /// <summary>The plan deletes more than <see cref="SyncApplyOptions.MaxDeletedShare"/>. Nothing was written.</summary>
    TooManyDeletes,

    /// <summary>The plan was created for another address, workspace or shape. Nothing was sent.</summary>
    OtherScope,

    /// <summary>The plan is older than <see cref="SyncApplyOptions.MaxPlanAge"/>, or dated in the future. Nothing was
    /// sent.</summary>
    TooOld,

    /// <summary>A saved plan can't be read: it is corrupt or has another version.</summary>
    UnreadablePlan,

    /// <summary>The writes ended early, because of failures, because of the budget, or because the newest profiles
    /// could not be read.</summary>
    EndedEarly,
}
