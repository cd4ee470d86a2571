using System.Linq.Expressions;
using FluentProfiles.Expressions.Identity;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Operators.Conditions;

/// <summary><c>WhereOnClient</c>: code that nobody can look into, so it needs whole items.</summary>
internal sealed class ClientWhereOperator<T>(Func<T, bool> predicate) : QueryOperator, ICondition<T>
{
    // It speaks of T and nothing else; the planner leaves it after the Select that makes T.
    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;

    public override object Link(object next, List<Countdown> countdowns) =>
        new WhereStage<T>(predicate, (Stage<T>)next);

    public Func<T, bool> ToPredicate() => predicate;

    public override string Identity => $"WhereOnClient({CodeIdentity.Of(predicate)})";

    public override string Describe(bool redact) => "WhereOnClient(…)";
}
