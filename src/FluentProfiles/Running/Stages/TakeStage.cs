namespace FluentProfiles.Running.Stages;

internal sealed class TakeStage<T>(Countdown taken, Stage<T> next) : Stage<T>
{
    public override bool Push(T item)
    {
        if (taken.Left == 0)
            return false;
        taken.Left--;
        return next.Push(item) && taken.Left > 0;
    }

    public override void Complete() => next.Complete();
}
