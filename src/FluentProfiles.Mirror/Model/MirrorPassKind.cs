namespace FluentProfiles;

/// <summary>The kinds of passes by which a <see cref="ProfileMirror"/> reads the service.</summary>
public enum MirrorPassKind
{
    /// <summary>Reads every profile, and finds everything that was created, changed or deleted.</summary>
    Full = 1,

    /// <summary>Reads the newest profiles, until it reaches those that an earlier pass has read.</summary>
    New = 2,

    /// <summary>Reads the profiles whose <see cref="UserProfile.EnforcementStatus"/> is not
    /// <see cref="EnforcementStatus.Unrestricted"/>, and those that no longer have such a status.</summary>
    Statuses = 3,
}
