namespace FluentProfiles;

/// <summary>What a step of a <see cref="SyncPlan"/> does.</summary>
public enum SyncStepKind
{
    /// <summary>Creates a profile for a row that has none.</summary>
    Create,

    /// <summary>Changes the members of a profile that differ from its row.</summary>
    Update,

    /// <summary>Deletes a profile that has no row and carries the sync's ownership mark.</summary>
    Delete,
}
