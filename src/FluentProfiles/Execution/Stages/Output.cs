namespace FluentProfiles.Execution.Stages;

/// <summary>The end of the stages: what a page has given, until it is yielded.</summary>
internal sealed class Output<T> : Stage<T>
{
    public List<T> Items { get; private set; } = [];

    public override bool Push(T item)
    {
        Items.Add(item);
        return true;
    }

    /// <summary>The items so far, which from now on belong to the caller.</summary>
    public List<T> TakeItems()
    {
        var items = Items;
        Items = [];
        return items;
    }
}
