using System.Linq.Expressions;

namespace FluentProfiles.Operators.Windows;

internal sealed class TakeOperator<T>(int count) : WindowOperator(count, isTake: true)
{
    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitTake(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new TakeOperator<UserProfile>(Count);
}
