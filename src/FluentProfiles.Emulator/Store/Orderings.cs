using FluentProfiles.Emulator.Data;

namespace FluentProfiles.Emulator.Store;

/// <summary>The four orders. Those by name are made at the first request for one: sorting a million names takes a while.</summary>
internal sealed class Orderings(IProfileSource source, Dictionary<int, UserProfile?> written)
{
    private readonly Ordering oldestFirst = ByCreation(source, written, descending: false);
    private readonly Ordering newestFirst = ByCreation(source, written, descending: true);
    private (Ordering Ascending, Ordering Descending)? byName;

    public Ordering Of(SortField field, bool descending)
    {
        if (field == SortField.CreatedAt)
            return descending ? newestFirst : oldestFirst;
        byName ??= ByName();
        return descending ? byName.Value.Descending : byName.Value.Ascending;
    }

    /// <summary>Takes the places of a profile away, before it is written.</summary>
    public void Leave(int sequence, UserProfile? old)
    {
        if (old is null)
            return;
        foreach (var (ordering, key) in PlacesOf(sequence, old))
            ordering.Remove(key);
    }

    /// <summary>Gives a profile its places, after it was written.</summary>
    public void Enter(int sequence, UserProfile? profile)
    {
        if (profile is null)
            return;
        foreach (var (ordering, key) in PlacesOf(sequence, profile))
            ordering.Add(key);
    }

    // A changed profile of the start keeps its place by creation; by name it may have moved.
    private IEnumerable<(Ordering, SortKey)> PlacesOf(int sequence, UserProfile profile)
    {
        if (sequence >= source.Count)
        {
            yield return (oldestFirst, CreatedKey(sequence, profile));
            yield return (newestFirst, CreatedKey(sequence, profile));
        }
        if (byName is not { } orders)
            yield break;
        yield return (orders.Ascending, new(0, profile.Name, sequence));
        yield return (orders.Descending, new(0, profile.Name, sequence));
    }

    private static SortKey CreatedKey(int sequence, UserProfile profile) =>
        new(profile.CreatedAt.UtcTicks, null, sequence);

    private (Ordering, Ordering) ByName()
    {
        var (ascending, descending) = NameIndex.Build(source);
        (Ordering Ascending, Ordering Descending) orders = (
            new(new SortKeyComparer(SortField.Name, false), ascending, sequence => !written.ContainsKey(sequence)),
            new(new SortKeyComparer(SortField.Name, true), descending, sequence => !written.ContainsKey(sequence))
        );
        foreach (var (sequence, profile) in written)
        {
            if (profile is null)
                continue;
            orders.Ascending.Add(new(0, profile.Name, sequence));
            orders.Descending.Add(new(0, profile.Name, sequence));
        }
        return orders;
    }

    private static Ordering ByCreation(IProfileSource source, Dictionary<int, UserProfile?> written, bool descending) =>
        new(
            new SortKeyComparer(SortField.CreatedAt, descending),
            new CreatedIndex(source, descending),
            sequence => !written.TryGetValue(sequence, out var profile) || profile is not null
        );
}
