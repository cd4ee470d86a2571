namespace FluentProfiles.Emulator.Data;

/// <summary>The ids of profiles that are created later. They are the same in each run. Not thread-safe.</summary>
/// <param name="seed">The seed.</param>
/// <param name="next">The number of the first id.</param>
internal sealed class NewProfileIds(int seed, int next)
{
    /// <summary>Returns an id that is not taken: given profiles may come from another emulator, which made their ids in the
    /// same way.</summary>
    public string Next(Predicate<string> isTaken)
    {
        string id;
        do id = ProfileIds.OfNew(seed, next++);
        while (isTaken(id));
        return id;
    }
}
