using FluentProfiles.Sources.Items;

namespace FluentProfiles.Writing.Single;

/// <summary>Writes to objects in memory.</summary>
internal sealed class ItemsWriter(ItemsPageSource items, TimeProvider clock) : IProfileWriter
{
    public Task<UserProfile> UpdateAsync(string id, ProfileWrite write, CancellationToken cancellationToken) =>
        ChangeAsync(id, profile => AppliedWrite.To(profile, write, clock.GetUtcNow()), cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(id, _ => null, cancellationToken);

    private Task<UserProfile> ChangeAsync(
        string id,
        Func<UserProfile, UserProfile?> change,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (id.Length == 0)
            throw new ArgumentException(
                "FromItems: an item without an id can't be written. Give each item an id of its own."
            );
        UserProfile? changed = null;
        return items.Find(id) is { } item && items.Changes.Change(item, latest => changed = change(latest))
            ? Task.FromResult(changed!)
            : throw new ProfilesNotFoundException($"FromItems: there is no item with the id \"{id}\".");
    }
}
