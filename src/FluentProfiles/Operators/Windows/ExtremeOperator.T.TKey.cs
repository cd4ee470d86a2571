using System.Linq.Expressions;

namespace FluentProfiles.Operators.Windows;

internal sealed class ExtremeOperator<T, TKey>(Expression<Func<T, TKey>> key, bool isMax) : ExtremeOperator(isMax)
{
    public Expression<Func<T, TKey>> Key => key;

    public override LambdaExpression Lambda => key;

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitExtreme(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new ExtremeOperator<UserProfile, TKey>(Expression.Lambda<Func<UserProfile, TKey>>(body!, profile!), IsMax);

    public override QueryOperator With(Expression body) =>
        new ExtremeOperator<T, TKey>(key.Update(body, key.Parameters), IsMax);
}
