namespace FluentProfiles.Tests.Properties.Oracle;

/// <summary>In which order items of equal keys come.</summary>
internal enum TieOrder
{
    Oldest,
    Newest,
    AsTheyCame,
    Turned,

    /// <summary>As the query names their ids; the values above this one stand for the other way round, and for what its first
    /// ids leave out.</summary>
    AsNamed,
}
