namespace FluentProfiles.Mirror.Readings;

/// <summary>What the reading of a profile has done to the mirror.</summary>
internal enum ReadingEffect
{
    /// <summary>The profile was not stored.</summary>
    Added,

    /// <summary>The profile was stored with another content.</summary>
    Changed,

    /// <summary>The profile was stored with this content. Nothing was written.</summary>
    Unchanged,

    /// <summary>The row was written with another content since the profile was requested. Nothing was written, and another reading
    /// has to tell which is the later one.</summary>
    Overtaken,

    /// <summary>The service no longer has the profile, so it was removed.</summary>
    Removed,

    /// <summary>The service does not have the profile, and the mirror did not have it either.</summary>
    Absent,
}
