namespace FluentProfiles;

/// <summary>The reason why a planned write was not sent.</summary>
public enum SyncSkipReason
{
    /// <summary>The profile has changed since the plan was created.</summary>
    Changed,

    /// <summary>The profile to update no longer exists.</summary>
    Gone,

    /// <summary>A profile with the key of the create now exists, with other values.</summary>
    Exists,
}
