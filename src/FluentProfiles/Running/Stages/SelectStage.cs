namespace FluentProfiles.Running.Stages;

internal sealed class SelectStage<TIn, TOut>(Func<TIn, TOut> selector, Stage<TOut> next) : Stage<TIn>
{
    public override bool Push(TIn item) => next.Push(selector(item));

    public override void Complete() => next.Complete();
}
