using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Replaces every part of an expression that does not depend on a lambda's parameter by its value at this moment:
/// evaluated once, left to right, with the short-circuits of C#.</summary>
/// <param name="clock">Where <c>UtcNow</c>, <c>Now</c> and <c>Today</c> come from.</param>
internal sealed class ClosedExpressions(TimeProvider clock) : ExpressionVisitor
{
    private readonly ClosedValue values = new(clock);

    public LambdaExpression Evaluate(LambdaExpression lambda) =>
        Visit(lambda.Body) is var body && body == lambda.Body ? lambda : Expression.Lambda(body, lambda.Parameters);

    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node)
    {
        if (node is null or ConstantExpression or ParameterExpression or LambdaExpression { Body: ConstantExpression })
            return node;
        return OpenParts.IsClosed(node) ? Closed(node) : base.Visit(node)!;
    }

    // The operand that the short-circuit skips is not evaluated, even where it alone is closed.
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.AndAlso or ExpressionType.OrElse) || node.Type != typeof(bool))
            return base.VisitBinary(node);
        var left = Visit(node.Left);
        if (left is ConstantExpression { Value: bool known })
            return known == (node.NodeType == ExpressionType.OrElse) ? left : Visit(node.Right);
        return node.Update(left, node.Conversion, Visit(node.Right));
    }

    protected override Expression VisitConditional(ConditionalExpression node)
    {
        var test = Visit(node.Test);
        return test is ConstantExpression { Value: bool known }
            ? Visit(known ? node.IfTrue : node.IfFalse)
            : node.Update(test, Visit(node.IfTrue), Visit(node.IfFalse));
    }

    // What an initialiser fills must stay a creation, even where it has a value of its own.
    protected override Expression VisitMemberInit(MemberInitExpression node) =>
        node.Update((NewExpression)VisitNew(node.NewExpression), Visit(node.Bindings, VisitMemberBinding));

    protected override Expression VisitListInit(ListInitExpression node) =>
        node.Update((NewExpression)VisitNew(node.NewExpression), Visit(node.Initializers, VisitElementInit));

    private Expression Closed(Expression node)
    {
        var value = values.Of(node);
        // Null where the type has none: the null rule lets it spread, so it stays visible as the conversion of a null.
        return value is null && node.Type.IsValueType && Nullable.GetUnderlyingType(node.Type) is null
            ? Expression.Convert(Expression.Constant(null, Lifting.Lifted(node.Type)), node.Type)
            : Expression.Constant(Snapshot.Of(value), node.Type);
    }
}
