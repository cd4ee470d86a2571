namespace FluentProfiles.Execution;

/// <summary>Objects in memory; read anew by each run, since their owner may have changed the list.</summary>
internal sealed class ItemsSource(IEnumerable<UserProfile> items) : QuerySource
{
    public override QueryEnvironment Open() => new(new ItemsPageSource([.. items]), "items", TimeProvider.System);
}
