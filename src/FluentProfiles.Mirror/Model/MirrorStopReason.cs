namespace FluentProfiles;

/// <summary>The reasons for which a pass stops before it exceeds its limits. Pages below the limit may have been
/// written.</summary>
public enum MirrorStopReason
{
    /// <summary>The service responds with 404 for every stored profile that was asked for. The key may belong to another
    /// organization or workspace.</summary>
    UnknownProfiles,

    /// <summary>More profiles are missing from the listing than
    /// <see cref="ProfileMirrorOptions.MaxRemovedShare"/> allows.</summary>
    TooManyRemoved,

    /// <summary>The listing has more new profiles than <see cref="ProfileMirrorOptions.MaxAddedShare"/>
    /// allows.</summary>
    TooManyAdded,

    /// <summary>More profiles have changed than <see cref="ProfileMirrorOptions.MaxChangedShare"/> allows.</summary>
    TooManyChanged,
}
