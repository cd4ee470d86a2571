using System.Linq.Expressions;

namespace FluentProfiles.Operators.Windows;

/// <summary>A <c>Skip</c> whose listing was reversed: drops the last items.</summary>
internal sealed class SkipLastOperator<T>(int count) : SkipOperator(count)
{
    public override bool IsBlocking => true;

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitSkipLast(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new SkipLastOperator<UserProfile>(Count);

    public override SkipOperator Reversed() => new SkipOperator<T>(Count);
}
