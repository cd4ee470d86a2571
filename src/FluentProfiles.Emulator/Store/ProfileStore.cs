using System.Reflection;
using FluentProfiles.Emulator.Data;

namespace FluentProfiles.Emulator.Store;

/// <summary>All profiles: those of the start from their source, and laid over it what was written since. Thread-safe.</summary>
internal sealed class ProfileStore
{
    private readonly object gate = new();
    private readonly ISeedProfiles source;

    private readonly Func<Predicate<string>, string> newId;
    private readonly int examinedPerPage;

    // By sequence number; null stands for a deleted one. New profiles are numbered after those of the source.
    private readonly Dictionary<int, UserProfile?> written = [];
    private readonly Dictionary<string, int> added = [];
    private readonly Orderings orderings;
    private readonly LateListing late;
    private int nextSequence;

    /// <param name="source">The profiles of the start.</param>
    /// <param name="newId">Returns the id of a new profile. Its argument returns true for ids that were in use.</param>
    /// <param name="examinedPerPage">How many profiles are examined for one page under a filter.</param>
    /// <param name="late">Which new profiles are not listed yet.</param>
    public ProfileStore(
        ISeedProfiles source,
        Func<Predicate<string>, string> newId,
        int examinedPerPage,
        LateListing late
    )
    {
        (this.source, this.newId, this.examinedPerPage, this.late) = (source, newId, examinedPerPage, late);
        nextSequence = source.Count;
        orderings = new Orderings(source, written);
    }

    public UserProfile? Find(string id)
    {
        lock (gate)
            return SequenceOf(id) is var sequence and >= 0 ? At(sequence) : null;
    }

    /// <summary>Adds the profile that <paramref name="make"/> returns for a new id.</summary>
    public UserProfile Add(Func<string, UserProfile> make)
    {
        lock (gate)
            return Enter(make(newId(IsKnown)));
    }

    /// <summary>Puts in place of a profile what <paramref name="change"/> makes of it; null where there is none.</summary>
    public UserProfile? Update(string id, Func<UserProfile, UserProfile> change)
    {
        lock (gate)
        {
            var sequence = SequenceOf(id);
            if (sequence < 0 || At(sequence) is not { } old)
                return null;
            var changed = change(old);
            Write(sequence, old, changed);
            return changed;
        }
    }

    /// <summary>Puts a profile in place of the one with its id, or adds it.</summary>
    public UserProfile Put(UserProfile profile)
    {
        lock (gate)
        {
            if (Find(profile.Id)?.CreatedAt == profile.CreatedAt)
                return Update(profile.Id, _ => profile)!;
            // Its place follows from its time of creation.
            Delete(profile.Id);
            return Enter(profile);
        }
    }

    public bool Delete(string id)
    {
        lock (gate)
        {
            var sequence = SequenceOf(id);
            if (sequence < 0 || At(sequence) is not { } old)
                return false;
            Write(sequence, old, null);
            return true;
        }
    }

    /// <summary>The profile of some number, or null where that one was deleted or there are none.</summary>
    public UserProfile? Pick(ulong number)
    {
        lock (gate)
            return nextSequence == 0 ? null : At((int)(number % (ulong)nextSequence));
    }

    public ListPage List(ListQuery query)
    {
        lock (gate)
        {
            List<UserProfile> page = [];
            var last = query.After;
            var examined = 0;
            foreach (var key in orderings.Of(query.Field, query.Descending).After(query.After))
            {
                if (page.Count == query.Limit || (query.Filters.Count > 0 && examined == examinedPerPage))
                    return new(page, last);
                if (late.Hides(key.Sequence))
                    continue;
                if (query.Filters.All(filter => filter.Passes(ValueOf(filter.Property, key.Sequence))))
                    page.Add(At(key.Sequence)!);
                last = key;
                examined++;
            }
            return new(page, null);
        }
    }

    /// <summary>Every profile, newest first.</summary>
    public IReadOnlyList<UserProfile> Snapshot()
    {
        lock (gate)
            return [.. orderings.Of(SortField.Creation, descending: true).After(null).Select(key => At(key.Sequence)!)];
    }

    private UserProfile Enter(UserProfile profile)
    {
        if (SequenceOf(profile.Id) >= 0)
            throw new ArgumentException($"There is a profile with the id '{profile.Id}' already.", nameof(profile));
        added[profile.Id] = nextSequence;
        late.Note(nextSequence);
        Write(nextSequence++, null, profile);
        return profile;
    }

    private void Write(int sequence, UserProfile? old, UserProfile? changed)
    {
        orderings.Leave(sequence, old);
        written[sequence] = changed;
        orderings.Enter(sequence, changed);
    }

    private UserProfile? At(int sequence) =>
        written.TryGetValue(sequence, out var profile) ? profile : source.At(sequence);

    private object? ValueOf(PropertyInfo property, int sequence) =>
        written.TryGetValue(sequence, out var profile)
            ? property.GetValue(profile)
            : source.ValueOf(property, sequence);

    private bool IsKnown(string id) => added.ContainsKey(id) || source.Find(id) >= 0;

    /// <summary>The number of the profile with an id, or -1 if there is none or it was deleted.</summary>
    private int SequenceOf(string id)
    {
        if (!added.TryGetValue(id, out var sequence))
            sequence = source.Find(id);
        return written.TryGetValue(sequence, out var profile) && profile is null ? -1 : sequence;
    }
}
