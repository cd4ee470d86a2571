using System.Linq.Expressions;

namespace FluentProfiles.Operators;

internal sealed class SelectOperator<TIn, TOut>(Expression<Func<TIn, TOut>> selector) : SelectOperator
{
    public Expression<Func<TIn, TOut>> Selector => selector;

    public override LambdaExpression Lambda => selector;

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitSelect(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new SelectOperator<UserProfile, TOut>(Expression.Lambda<Func<UserProfile, TOut>>(body!, profile!));

    public override QueryOperator With(Expression body) =>
        new SelectOperator<TIn, TOut>(selector.Update(body, selector.Parameters));
}
