using System.Linq.Expressions;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Operators.Orders;

internal sealed class ReverseOperator<T> : ReverseOperator
{
    public override string Identity => "Reverse";

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new ReverseOperator<UserProfile>();

    public override object Link(object next, List<Countdown> countdowns) => new ReverseStage<T>((Stage<T>)next);

    public override string Describe(bool redact) => "Reverse()";
}
