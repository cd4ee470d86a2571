namespace FluentProfiles.Emulator.Store;

/// <summary>The profiles of the start in one order.</summary>
internal interface IStartIndex
{
    int Count { get; }

    SortKey KeyAt(int place);
}
