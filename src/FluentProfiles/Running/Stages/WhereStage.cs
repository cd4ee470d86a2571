namespace FluentProfiles.Running.Stages;

internal sealed class WhereStage<T>(Func<T, bool> predicate, Stage<T> next) : Stage<T>
{
    public override bool Push(T item) => !predicate(item) || next.Push(item);

    public override void Complete() => next.Complete();
}
