using System.Linq.Expressions;

namespace FluentProfiles.Operators.Conditions;

internal sealed class WhereOperator<T> : QueryOperator
{
    // Replaced by an equivalent only, so that threads may do so at once.
    private Expression<Func<T, bool>> predicate;

    public WhereOperator(Expression<Func<T, bool>> predicate)
        : this(predicate, predicate.Body) { }

    private WhereOperator(Expression<Func<T, bool>> predicate, Expression body) =>
        (this.predicate, Body) = (predicate, body);

    // A lambda allocates several times what its body does, and planning replaces the body more than once.
    public Expression<Func<T, bool>> Predicate =>
        predicate.Body == Body ? predicate : predicate = predicate.Update(Body, predicate.Parameters);

    public override Expression Body { get; }

    public override LambdaExpression Lambda => Predicate;

    /// <summary>True when it is the condition of a terminal, such as <c>CountAsync</c>, rather than of the query.</summary>
    public bool IsOfTerminal { get; init; }

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitWhere(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new WhereOperator<UserProfile>(Expression.Lambda<Func<UserProfile, bool>>(body!, profile!))
        {
            IsOfTerminal = IsOfTerminal,
        };

    public override QueryOperator With(Expression body) =>
        new WhereOperator<T>(predicate, body) { IsOfTerminal = IsOfTerminal };
}
