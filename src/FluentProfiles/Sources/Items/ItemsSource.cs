namespace FluentProfiles.Sources.Items;

/// <summary>Objects in memory; read anew by each run, since their owner may have changed the list, and with what bulk writes have made of
/// them.</summary>
internal sealed class ItemsSource(IEnumerable<UserProfile> items) : QuerySource
{
    private readonly ItemChanges changes = new();

    public override QueryEnvironment Open() =>
        new(new ItemsPageSource(changes.AppliedTo(items), changes), "items", TimeProvider.System);
}
