namespace FluentProfiles;

/// <summary>The kinds of passes by which a <see cref="ProfileMirror"/> reads the service.</summary>
public enum MirrorPassKind
{
    /// <summary>Reads every profile, and finds everything that was created, changed or deleted.</summary>
    Full = 1,

    /// <summary>Reads the newest profiles, until it reaches those that an earlier pass has read.</summary>
    New = 2,

    /// <summary>Reads the profiles whose <see cref="UserProfile.EnforcementStatus"/> is a known one other than
    /// <see cref="EnforcementStatus.Unrestricted"/>, and then those stored with such a status that were not listed. Removes
    /// nothing.</summary>
    Statuses = 3,
}
