using FluentProfiles.Emulator.Data;

namespace FluentProfiles.Emulator.Store;

/// <summary>By creation: a source has its profiles in that order already.</summary>
internal sealed class CreatedIndex(IProfileSource source, bool descending) : IStartIndex
{
    public int Count => source.Count;

    public SortKey KeyAt(int place)
    {
        var sequence = descending ? source.Count - 1 - place : place;
        return new(source.CreatedAt(sequence).UtcTicks, null, sequence);
    }
}
