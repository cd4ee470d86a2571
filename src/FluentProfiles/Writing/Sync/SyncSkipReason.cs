namespace FluentProfiles;

/// <summary>Why a planned write was not sent.</summary>
public enum SyncSkipReason
{
    /// <summary>The profile is no longer as it was when the plan was made.</summary>
    Changed,

    /// <summary>The profile to update is gone.</summary>
    Gone,

    /// <summary>A profile with the key of the create exists now, with other values.</summary>
    Exists,
}
