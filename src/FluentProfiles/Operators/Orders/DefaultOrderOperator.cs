using System.Linq.Expressions;

namespace FluentProfiles.Operators.Orders;

/// <summary><c>OrderBy()</c> without a key: by the time of creation.</summary>
internal sealed class DefaultOrderOperator(bool descending) : OrderOperator(descending)
{
    private static readonly Expression<Func<UserProfile, DateTimeOffset>> CreatedAt = profile => profile.CreatedAt;

    public override TResult Accept<TResult>(IOperatorVisitor<TResult> visitor) => visitor.VisitDefaultOrder(this);

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) =>
        new KeyOrderOperator<UserProfile, DateTimeOffset>(CreatedAt, Descending);
}
