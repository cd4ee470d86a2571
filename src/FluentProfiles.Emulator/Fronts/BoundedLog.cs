namespace FluentProfiles.Emulator.Fronts;

/// <summary>Keeps the latest entries, so that an emulator that runs for days does not grow. Thread-safe.</summary>
/// <param name="sizeOf">The characters that an entry holds.</param>
internal sealed class BoundedLog<T>(Func<T, int> sizeOf)
{
    /// <summary>More than a listing of a million profiles takes in pages of 100.</summary>
    public const int MostEntries = 20_000;

    /// <summary>32 MiB as .NET holds text.</summary>
    public const int MostCharacters = 16 * 1024 * 1024;

    private readonly Queue<T> entries = [];
    private long characters;

    public IReadOnlyList<T> Snapshot()
    {
        lock (entries)
            return [.. entries];
    }

    public void Clear()
    {
        lock (entries)
        {
            entries.Clear();
            characters = 0;
        }
    }

    public void Add(T entry)
    {
        lock (entries)
        {
            entries.Enqueue(entry);
            characters += sizeOf(entry);
            while (entries.Count > MostEntries || characters > MostCharacters)
                characters -= sizeOf(entries.Dequeue());
        }
    }
}
