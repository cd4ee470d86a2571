namespace FluentProfiles.Running.Stages;

/// <summary>Holds everything back and passes it on sorted, equal keys in the order in which they came.</summary>
internal sealed class SortStage<T, TKey>(Func<T, TKey> key, IComparer<TKey> comparer, Stage<T> next) : Stage<T>
{
    private readonly List<T> items = [];

    public override bool Push(T item)
    {
        items.Add(item);
        return true;
    }

    public override void Complete()
    {
        foreach (var item in items.OrderBy(key, comparer))
        {
            if (!next.Push(item))
                break;
        }
        next.Complete();
    }
}
