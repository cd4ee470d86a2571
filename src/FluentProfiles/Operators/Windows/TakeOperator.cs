using System.Linq.Expressions;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Operators.Windows;

internal sealed class TakeOperator<T>(int count) : CountOperator(count, isTake: true)
{
    public override bool OnlyLooks => true;

    public override string Identity => $"Take({Count})";

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new TakeOperator<UserProfile>(Count);

    public override object Link(object next, List<Countdown> countdowns)
    {
        var countdown = new Countdown(Count, IsTake);
        countdowns.Add(countdown);
        return new TakeStage<T>(countdown, (Stage<T>)next);
    }

    public override string Describe(bool redact) => $"Take({Count})";
}
