using System.Linq.Expressions;

namespace FluentProfiles.Operators.Orders;

internal sealed class KeyOrderOperator<T, TKey>(Expression<Func<T, TKey>> key, bool descending)
    : OrderOperator(descending)
{
    public Expression<Func<T, TKey>> Key => key;

    public override LambdaExpression Lambda => key;

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitKeyOrder(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new KeyOrderOperator<UserProfile, TKey>(
            Expression.Lambda<Func<UserProfile, TKey>>(body!, profile!),
            Descending
        );

    public override QueryOperator With(Expression body) =>
        new KeyOrderOperator<T, TKey>(key.Update(body, key.Parameters), Descending);
}
