namespace FluentProfiles.Mirror.WritingThrough;

/// <summary>Profiles that have to be read again, as long as the database can't take that. Thread-safe.</summary>
internal sealed class DoubtfulProfiles
{
    /// <summary>The most that are kept, about a megabyte. What is beyond the next full pass finds.</summary>
    public const int Most = 10_000;

    private readonly HashSet<string> ids = [];

    public bool IsEmpty
    {
        get
        {
            lock (ids)
                return ids.Count == 0;
        }
    }

    public void Add(IEnumerable<string> doubtful)
    {
        lock (ids)
            ids.UnionWith(doubtful.Take(Most - ids.Count));
    }

    /// <summary>Takes some out. One that is added meanwhile has another reason to be read.</summary>
    public IReadOnlyList<string> Take(int most)
    {
        lock (ids)
        {
            string[] taken = [.. ids.Take(most)];
            ids.ExceptWith(taken);
            return taken;
        }
    }
}
