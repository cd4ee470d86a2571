using FluentProfiles.Model.Betas;

namespace FluentProfiles.Sources.Items;

/// <summary>Objects in memory. Each run reads them again, since their owner may have changed the list, and applies what bulk writes
/// have written.</summary>
internal sealed class ItemsSource(IEnumerable<UserProfile> items) : QuerySource
{
    private readonly ItemChanges changes = new();

    public override QueryEnvironment Open(SourceSettings settings)
    {
        var scope = settings.ScopeOver(BetaSet.Empty, workspace: null);
        return new(new ItemsPageSource(changes.AppliedTo(items), changes, scope), "items", TimeProvider.System)
        {
            Betas = scope.Betas,
            Workspace = scope.Workspace,
        };
    }
}
