namespace FluentProfiles.Running.Stages;

/// <summary>Keeps the first item with the smallest or largest key and passes it on at the end. As in LINQ, a key that is null
/// counts only where all are.</summary>
internal sealed class ExtremeStage<T, TKey>(Func<T, TKey> key, bool isMax, Stage<T> next) : Stage<T>
{
    private T? best;
    private TKey? bestKey;
    private bool any;

    public override bool Push(T item)
    {
        var itemKey = key(item);
        if (!any || IsBetter(itemKey))
            (best, bestKey, any) = (item, itemKey, true);
        return true;
    }

    public override void Complete()
    {
        if (any)
            next.Push(best!);
        next.Complete();
    }

    private bool IsBetter(TKey itemKey)
    {
        if (itemKey is null || bestKey is null)
            return itemKey is not null;
        var order = Comparer<TKey>.Default.Compare(itemKey, bestKey);
        return isMax ? order > 0 : order < 0;
    }
}
