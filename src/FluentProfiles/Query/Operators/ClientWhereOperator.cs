using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;

namespace FluentProfiles.Query.Operators;

/// <summary><c>WhereOnClient</c>: code that nobody can look into, so it needs whole items.</summary>
internal sealed class ClientWhereOperator<T>(Func<T, bool> predicate) : QueryOperator, ICondition<T>
{
    // It speaks of T and nothing else; the planner leaves it after the Select that makes T.
    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;

    public override object Link(object next, List<Countdown> countdowns) =>
        new WhereStage<T>(predicate, (Stage<T>)next);

    public Func<T, bool> ToPredicate() => predicate;

    // The code itself can't be compared, so it is known by where it stands.
    public override string Identity =>
        $"WhereOnClient({predicate.Method.DeclaringType?.FullName}.{predicate.Method.Name})";

    public override string Describe(bool redact) => "WhereOnClient(…)";
}
