using System.Linq.Expressions;

namespace FluentProfiles.Operators.Windows;

internal sealed class LastOperator<T> : LastOperator
{
    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitLast(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new LastOperator<UserProfile>();
}
