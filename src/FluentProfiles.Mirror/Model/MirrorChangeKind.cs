namespace FluentProfiles;

/// <summary>What has happened to a profile of the mirror.</summary>
public enum MirrorChangeKind
{
    /// <summary>The mirror has the profile for the first time.</summary>
    Created = 1,

    /// <summary>Members of the profile have other values.</summary>
    Changed = 2,

    /// <summary>The service no longer has the profile.</summary>
    Removed = 3,
}
