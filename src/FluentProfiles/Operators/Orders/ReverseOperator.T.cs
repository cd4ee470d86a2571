using System.Linq.Expressions;

namespace FluentProfiles.Operators.Orders;

internal sealed class ReverseOperator<T> : ReverseOperator
{
    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitReverse(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new ReverseOperator<UserProfile>();
}
