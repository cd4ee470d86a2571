namespace FluentProfiles.Running.Stages;

/// <summary>Keeps the latest item and passes it on at the end.</summary>
internal sealed class LastStage<T>(Stage<T> next) : Stage<T>
{
    private T? last;
    private bool any;

    public override bool Push(T item)
    {
        (last, any) = (item, true);
        return true;
    }

    public override void Complete()
    {
        if (any)
            next.Push(last!);
        next.Complete();
    }
}
