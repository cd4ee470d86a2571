using FluentProfiles.Emulator.Data;

namespace FluentProfiles.Emulator.Store;

/// <summary>The orders, two for each field that a list can be sorted by. Those by another field than the time of creation are made at
/// the first request for one: sorting a million names takes a while.</summary>
internal sealed class Orderings(ISeedProfiles source, Dictionary<int, UserProfile?> written)
{
    private readonly Pair byCreation = new(
        ByCreation(source, written, descending: false),
        ByCreation(source, written, descending: true)
    );
    private readonly Dictionary<SortField, Pair> byOther = [];

    public Ordering Of(SortField field, bool descending)
    {
        var pair = field == SortField.Creation ? byCreation : ByOther(field);
        return descending ? pair.Descending : pair.Ascending;
    }

    /// <summary>Takes the places of a profile away, before it is written.</summary>
    public void Leave(int sequence, UserProfile? old)
    {
        if (old is null)
            return;
        foreach (var (pair, key) in PlacesOf(sequence, old))
        {
            pair.Ascending.Remove(key);
            pair.Descending.Remove(key);
        }
    }

    /// <summary>Gives a profile its places, after it was written.</summary>
    public void Enter(int sequence, UserProfile? profile)
    {
        if (profile is null)
            return;
        foreach (var (pair, key) in PlacesOf(sequence, profile))
            pair.Add(key);
    }

    // A changed profile of the start keeps its place by creation; by another field it may have moved.
    private IEnumerable<(Pair, SortKey)> PlacesOf(int sequence, UserProfile profile)
    {
        if (sequence >= source.Count)
            yield return (byCreation, SortField.Creation.KeyOf(profile, sequence));
        foreach (var (field, pair) in byOther)
            yield return (pair, field.KeyOf(profile, sequence));
    }

    private Pair ByOther(SortField field)
    {
        if (byOther.TryGetValue(field, out var known))
            return known;
        var (ascending, descending) = SortedIndex.Build(source, field);
        Pair pair = new(Unchanged(ascending, false), Unchanged(descending, true));
        foreach (var (sequence, profile) in written)
        {
            if (profile is not null)
                pair.Add(field.KeyOf(profile, sequence));
        }
        return byOther[field] = pair;
    }

    private Ordering Unchanged(SortedIndex index, bool descending) =>
        new(new SortKeyComparer(descending), index, sequence => !written.ContainsKey(sequence));

    private static Ordering ByCreation(ISeedProfiles source, Dictionary<int, UserProfile?> written, bool descending) =>
        new(
            new SortKeyComparer(descending),
            new CreatedIndex(source, descending),
            sequence => !written.TryGetValue(sequence, out var profile) || profile is not null
        );

    private sealed record Pair(Ordering Ascending, Ordering Descending)
    {
        public void Add(SortKey key)
        {
            Ascending.Add(key);
            Descending.Add(key);
        }
    }
}
