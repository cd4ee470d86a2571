using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace FluentProfiles.Planning.Expressions;

/// <summary>
/// Rewrites a lambda to the null rule of queries: every <c>.</c> and <c>[]</c> reads as <c>?.</c>, comparisons and arithmetic
/// are lifted as C# lifts them, a condition holds only when it is true, and a null in a non-nullable place is that type's
/// default.
/// </summary>
/// <remarks>While it works, a rewritten node may have the nullable form of the original's type; each construct says what
/// that means for it.</remarks>
internal sealed class NullSafeRewriter : ExpressionVisitor
{
    public static Expression<TDelegate> Rewrite<TDelegate>(Expression<TDelegate> lambda) =>
        (Expression<TDelegate>)new NullSafeRewriter().Visit(lambda);

    protected override Expression VisitLambda<T>(Expression<T> node) =>
        Expression.Lambda<T>(Fitted(node.Body), node.Parameters);

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null)
            return node;
        var owner = Visit(node.Expression);
        if (Nullable.GetUnderlyingType(node.Expression.Type) is not null)
            return node.Member.Name == nameof(Nullable<int>.Value) ? owner : node.Update(owner);
        return Lifting.WhenNotNull(owner, value => Expression.MakeMemberAccess(value, node.Member));
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Object is { } receiver)
        {
            // A method of Nullable<T> itself (GetValueOrDefault, Equals) takes the null as it is.
            if (Nullable.GetUnderlyingType(receiver.Type) is not null)
                return node.Update(Visit(receiver), Arguments(node, 0));
            return Lifting.WhenNotNull(
                Visit(receiver),
                value => Expression.Call(value, node.Method, Arguments(node, 0))
            );
        }
        if (!node.Method.IsDefined(typeof(ExtensionAttribute), false))
            return node.Update(null, Arguments(node, 0));
        return Lifting.WhenNotNull(
            Fitted(node.Arguments[0]),
            value => Expression.Call(node.Method, [value, .. Arguments(node, 1)])
        );
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        switch (node.NodeType)
        {
            case ExpressionType.AndAlso or ExpressionType.OrElse when node.Type == typeof(bool) && node.Method is null:
                return Expression.MakeBinary(node.NodeType, Fitted(node.Left), Fitted(node.Right));
            case ExpressionType.Coalesce:
                return Coalesce(node);
            case ExpressionType.ArrayIndex:
                return Lifting.WhenNotNull(Visit(node.Left), array => Expression.ArrayIndex(array, Fitted(node.Right)));
        }
        var left = Visit(node.Left);
        var right = Visit(node.Right);
        if (!Lifting.IsLifted(left, node.Left) && !Lifting.IsLifted(right, node.Right))
            return node.Update(left, null, right);
        return Expression.MakeBinary(node.NodeType, Lifting.Lift(left), Lifting.Lift(right), false, node.Method);
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        switch (node.NodeType)
        {
            case ExpressionType.Quote:
                return node;
            case ExpressionType.Not when node.Type == typeof(bool):
                return Expression.Not(Fitted(node.Operand));
            case ExpressionType.Convert or ExpressionType.ConvertChecked:
                return Conversion(node);
        }
        var operand = Visit(node.Operand);
        return Lifting.IsLifted(operand, node.Operand)
            ? Expression.MakeUnary(node.NodeType, operand, Lifting.Lifted(node.Type), node.Method)
            : node.Update(operand);
    }

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        var (yes, no) = (Visit(node.IfTrue), Visit(node.IfFalse));
        return yes.Type == no.Type
            ? Expression.Condition(Fitted(node.Test), yes, no)
            : Expression.Condition(Fitted(node.Test), Lifting.Lift(yes), Lifting.Lift(no));
    }

    protected override Expression VisitNew(NewExpression node) => node.Update(node.Arguments.Select(Fitted));

    protected override Expression VisitNewArray(NewArrayExpression node) =>
        node.Update(node.Expressions.Select(Fitted));

    protected override Expression VisitInvocation(InvocationExpression node) =>
        node.Update(Visit(node.Expression), node.Arguments.Select(Fitted));

    protected override MemberAssignment VisitMemberAssignment(MemberAssignment node) =>
        node.Update(Fitted(node.Expression));

    protected override ElementInit VisitElementInit(ElementInit node) => node.Update(node.Arguments.Select(Fitted));

    /// <summary>A node rewritten and brought back to its own type, for a place that takes no null.</summary>
    private Expression Fitted(Expression node) => Lifting.OrDefault(Visit(node), node.Type);

    private IEnumerable<Expression> Arguments(MethodCallExpression node, int first) =>
        node.Arguments.Skip(first).Select(Fitted);

    private Expression Coalesce(BinaryExpression node)
    {
        var right = Visit(node.Right);
        return Expression.Coalesce(Visit(node.Left), right, node.Conversion);
    }

    private Expression Conversion(UnaryExpression node)
    {
        var operand = Visit(node.Operand);
        var isValue = Nullable.GetUnderlyingType(node.Operand.Type) == node.Type;
        if (isValue && node.Method is null)
            return operand;
        return Lifting.IsLifted(operand, node.Operand)
            ? Expression.MakeUnary(node.NodeType, operand, Lifting.Lifted(node.Type), node.Method)
            : node.Update(operand);
    }
}
