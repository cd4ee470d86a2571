using FluentProfiles.Emulator.Data;

namespace FluentProfiles.Emulator.Store;

/// <summary>By any field: four bytes a profile, sorted once, for both directions.</summary>
internal sealed class SortedIndex(ISeedProfiles source, SortField field, int[] ascending, int valued, bool descending)
    : IStartIndex
{
    public int Count => ascending.Length;

    public static (SortedIndex Ascending, SortedIndex Descending) Build(ISeedProfiles source, SortField field)
    {
        var keys = new SortKey[source.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = SortKey.Of(source.ValueOf(field.Property, i), i);
        Array.Sort(keys, new SortKeyComparer(descending: false));
        var ascending = Array.ConvertAll(keys, key => key.Sequence);
        var valued = keys.Count(key => !key.IsNull);
        return (new(source, field, ascending, valued, false), new(source, field, ascending, valued, true));
    }

    public SortKey KeyAt(int place)
    {
        var sequence = ascending[descending ? Mirrored(place) : place];
        return SortKey.Of(source.ValueOf(field.Property, sequence), sequence);
    }

    // Descending turns those with a value and those without round, each for itself: the latter stay last.
    private int Mirrored(int place) => place < valued ? valued - 1 - place : valued + ascending.Length - 1 - place;
}
