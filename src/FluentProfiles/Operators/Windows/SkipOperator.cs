using System.Linq.Expressions;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Operators.Windows;

internal sealed class SkipOperator<T>(int count) : TurnableOperator(count, isTake: false)
{
    public override bool OnlyLooks => true;

    public override string Identity => $"Skip({Count})";

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new SkipOperator<UserProfile>(Count);

    public override QueryOperator Turned() => new HoldBackOperator<T>(Count);

    public override object Link(object next, List<Countdown> countdowns)
    {
        var countdown = new Countdown(Count, IsTake);
        countdowns.Add(countdown);
        return new SkipStage<T>(countdown, (Stage<T>)next);
    }

    public override string Describe(bool redact) => $"Skip({Count})";
}
