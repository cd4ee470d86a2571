namespace FluentProfiles.Analyzers;

/// <summary>What the planner may make of a condition, as far as the ids of profiles go. The values are combined where the
/// source does not tell which it will be.</summary>
[Flags]
internal enum IdBounds
{
    /// <summary>Profiles of any id may pass.</summary>
    Open = 1,

    /// <summary>Only profiles with the ids given pass, so each is looked up.</summary>
    Ids = 2,

    /// <summary>No profile passes.</summary>
    Empty = 4,

    /// <summary>Any of them.</summary>
    Any = Open | Ids | Empty,
}
