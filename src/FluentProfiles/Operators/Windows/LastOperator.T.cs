using System.Linq.Expressions;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Operators.Windows;

internal sealed class LastOperator<T> : LastOperator
{
    public override string Identity => "Last";

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new LastOperator<UserProfile>();

    public override object Link(object next, List<Countdown> countdowns) => new LastStage<T>((Stage<T>)next);

    public override string Describe(bool redact) => "Last()";
}
