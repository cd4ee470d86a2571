using FluentProfiles.Emulator.Data;

namespace FluentProfiles.Emulator.Store;

/// <summary>By creation: a source has its profiles in that order already.</summary>
internal sealed class CreatedIndex(ISeedProfiles source, bool descending) : IStartIndex
{
    public int Count => source.Count;

    public SortKey KeyAt(int place)
    {
        var sequence = descending ? source.Count - 1 - place : place;
        return SortKey.Of(source.CreatedAt(sequence).UtcTicks, sequence);
    }
}
