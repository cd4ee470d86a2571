namespace FluentProfiles.Running.Stages;

/// <summary>Holds everything back and passes it on, the last first.</summary>
internal sealed class ReverseStage<T>(Stage<T> next) : Stage<T>
{
    private readonly Stack<T> items = [];

    public override bool Push(T item)
    {
        items.Push(item);
        return true;
    }

    public override void Complete()
    {
        foreach (var item in items)
        {
            if (!next.Push(item))
                break;
        }
        next.Complete();
    }
}
