namespace FluentProfiles.Sources;

/// <summary>Where a query reads. It is opened when a run starts, so that a query may be made before its client.</summary>
internal abstract class QuerySource
{
    public abstract QueryEnvironment Open();
}
