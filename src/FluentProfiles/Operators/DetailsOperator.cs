using System.Linq.Expressions;

namespace FluentProfiles.Operators;

/// <summary><c>WithDetails</c>: reads each profile that comes this far again, by GET. The run does it between stages.</summary>
internal sealed class DetailsOperator(int concurrency) : QueryOperator
{
    public int Concurrency => concurrency;

    /// <summary>The same with a bound for how many are read at once.</summary>
    public DetailsOperator AtMost(int most) => most >= concurrency ? this : new(Math.Max(1, most));

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitDetails(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;
}
