namespace FluentProfiles.Sources.Items;

/// <summary>What bulk writes have made of objects in memory, which themselves stay as they are. Thread-safe.</summary>
internal sealed class ItemChanges
{
    private readonly object gate = new();

    // Null for a profile that was deleted.
    private readonly Dictionary<string, UserProfile?> changed = [];

    /// <summary>Returns the items as they are after the writes so far.</summary>
    public IReadOnlyList<UserProfile> AppliedTo(IEnumerable<UserProfile> items)
    {
        List<UserProfile> read = [.. items];
        lock (gate)
            return changed.Count == 0 ? read : [.. read.Select(Latest).OfType<UserProfile>()];
    }

    /// <summary>Returns an item as it is now, or null when it was deleted.</summary>
    public UserProfile? Latest(UserProfile item)
    {
        lock (gate)
            return changed.GetValueOrDefault(item.Id, item);
    }

    /// <summary>Puts in place of an item what <paramref name="change"/> makes of it.</summary>
    /// <returns>False when the item was deleted.</returns>
    public bool Change(UserProfile item, Func<UserProfile, UserProfile?> change)
    {
        lock (gate)
        {
            if (Latest(item) is not { } latest)
                return false;
            changed[item.Id] = change(latest);
            return true;
        }
    }
}
