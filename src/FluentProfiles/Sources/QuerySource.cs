namespace FluentProfiles.Sources;

/// <summary>Where a query reads. It is opened when a run starts, so that a query may be created before its client.</summary>
internal abstract class QuerySource
{
    /// <summary>Opens the source for one run, or for an explanation, and binds it to the settings of the query.</summary>
    /// <exception cref="UnsupportedQueryException">The source can't do what a setting says.</exception>
    /// <exception cref="ProfilesConfigurationException">The settings exclude each other.</exception>
    public abstract QueryEnvironment Open(SourceSettings settings);
}
