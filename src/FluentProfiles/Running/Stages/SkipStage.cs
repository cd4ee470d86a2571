namespace FluentProfiles.Running.Stages;

internal sealed class SkipStage<T>(Countdown skipped, Stage<T> next) : Stage<T>
{
    public override bool Push(T item)
    {
        if (skipped.Left == 0)
            return next.Push(item);
        skipped.Left--;
        return true;
    }

    public override void Complete() => next.Complete();
}
