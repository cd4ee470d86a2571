namespace FluentProfiles.Running.Stages;

/// <summary>The end of the stages: what a page has given, until it is yielded.</summary>
/// <param name="keeps">Whether the items are wanted; else they are only counted.</param>
internal sealed class Output<T>(bool keeps = true) : Stage<T>
{
    public List<T> Items { get; private set; } = [];

    /// <summary>How many items have come in all.</summary>
    public long Count { get; private set; }

    public override bool Push(T item)
    {
        Count++;
        if (keeps)
            Items.Add(item);
        return true;
    }

    /// <summary>The items so far, which from now on belong to the caller.</summary>
    public List<T> TakeItems()
    {
        if (Items.Count == 0)
            return [];
        var items = Items;
        // The next page most likely gives about as many.
        Items = new(items.Count);
        return items;
    }
}
