using System.Linq.Expressions;

namespace FluentProfiles.Operators.Conditions;

/// <summary><c>WhereOnClient</c>: code that nobody can look into, so it needs whole items.</summary>
internal sealed class ClientWhereOperator<T>(Func<T, bool> predicate) : QueryOperator
{
    public Func<T, bool> Predicate => predicate;

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitClientWhere(this);

    // It speaks of T and nothing else; the planner leaves it after the Select that makes T.
    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;
}
