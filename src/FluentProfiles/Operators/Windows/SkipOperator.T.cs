using System.Linq.Expressions;

namespace FluentProfiles.Operators.Windows;

internal sealed class SkipOperator<T>(int count) : SkipOperator(count)
{
    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitSkip(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new SkipOperator<UserProfile>(Count);

    public override SkipOperator Reversed() => new SkipLastOperator<T>(Count);
}
