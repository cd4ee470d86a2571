namespace FluentProfiles.Analyzers.Reading;

/// <summary>Where a query comes from.</summary>
internal enum SourceKind
{
    /// <summary>From somewhere that the method does not show: it may have any step already.</summary>
    Unknown,

    /// <summary>From <c>Profiles.Query()</c>.</summary>
    Ambient,

    /// <summary>From a client's <c>Query()</c>.</summary>
    Client,

    /// <summary>From objects in memory.</summary>
    Items,

    /// <summary>From <c>ProfileMirror.Query()</c>: a database of the application.</summary>
    Mirror,
}
