namespace FluentProfiles;

/// <summary>The kind of a step of a <see cref="SyncPlan"/>.</summary>
public enum SyncStepKind
{
    /// <summary>Creates a profile for a row without a profile.</summary>
    Create,

    /// <summary>Updates the members of a profile that differ from its row.</summary>
    Update,

    /// <summary>Deletes a profile that has the ownership mark but no row.</summary>
    Delete,
}
