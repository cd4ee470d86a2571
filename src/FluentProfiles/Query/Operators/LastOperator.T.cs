using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;

namespace FluentProfiles.Query.Operators;

internal sealed class LastOperator<T> : LastOperator
{
    public override string Identity => "Last";

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new LastOperator<UserProfile>();

    public override object Link(object next, List<Countdown> countdowns) => new LastStage<T>((Stage<T>)next);

    public override string Describe(bool redact) => "Last()";
}
