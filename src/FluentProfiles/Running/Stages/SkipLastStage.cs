namespace FluentProfiles.Running.Stages;

/// <summary>Passes on all but the last items: each waits until enough have come after it.</summary>
internal sealed class SkipLastStage<T>(int count, Stage<T> next) : Stage<T>
{
    private readonly Queue<T> held = [];

    public override bool Push(T item)
    {
        held.Enqueue(item);
        return held.Count <= count || next.Push(held.Dequeue());
    }

    public override void Complete() => next.Complete();
}
