using FluentProfiles.Emulator.Data;

namespace FluentProfiles.Emulator.Store;

/// <summary>By name: four bytes a profile, sorted once, for both directions.</summary>
internal sealed class NameIndex(IProfileSource source, int[] ascending, int named, bool descending) : IStartIndex
{
    public int Count => ascending.Length;

    public static (NameIndex Ascending, NameIndex Descending) Build(IProfileSource source)
    {
        var keys = new SortKey[source.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = new(0, source.Name(i), i);
        Array.Sort(keys, new SortKeyComparer(SortField.Name, descending: false));
        var ascending = Array.ConvertAll(keys, key => key.Sequence);
        var named = keys.Count(key => key.Name is not null);
        return (new(source, ascending, named, false), new(source, ascending, named, true));
    }

    public SortKey KeyAt(int place)
    {
        var sequence = ascending[descending ? Mirrored(place) : place];
        return new(0, source.Name(sequence), sequence);
    }

    // Descending turns the named and the nameless round, each for itself: the nameless stay last.
    private int Mirrored(int place) => place < named ? named - 1 - place : named + ascending.Length - 1 - place;
}
