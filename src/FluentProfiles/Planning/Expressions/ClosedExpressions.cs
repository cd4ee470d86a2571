using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using FluentProfiles.Query.Operators;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Replaces every part of an expression that does not depend on a lambda's parameter by its value at this moment:
/// evaluated once, left to right, with the short-circuits of C#.</summary>
/// <param name="clock">Where <c>UtcNow</c>, <c>Now</c> and <c>Today</c> come from.</param>
internal sealed class ClosedExpressions(TimeProvider clock) : ExpressionVisitor
{
    private readonly ClosedValue values = new(clock);
    private readonly OpenParts open = new();

    /// <summary>The operator with its expression evaluated; itself where nothing of it is closed.</summary>
    public QueryOperator Evaluate(QueryOperator step) =>
        step.Lambda is { } lambda && Visit(lambda.Body) is var body && body != lambda.Body ? step.With(body) : step;

    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node)
    {
        if (node is null or ConstantExpression or ParameterExpression or LambdaExpression { Body: ConstantExpression })
            return node;
        return open.AreNoneIn(node) ? Closed(node) : base.Visit(node)!;
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

    // The object that an initialiser fills is made anew for each item, even where nothing of the item goes into the
    // constructor.
    protected override Expression VisitMemberInit(MemberInitExpression node) =>
        node.Update(Created(node.NewExpression), Visit(node.Bindings, VisitMemberBinding));

    protected override Expression VisitListInit(ListInitExpression node) =>
        node.Update(Created(node.NewExpression), Visit(node.Initializers, VisitElementInit));

    private NewExpression Created(NewExpression node) => node.Update(Visit(node.Arguments));

    private Expression Closed(Expression node)
    {
        var value = values.Of(node);
        // Null where the type has none: the null rule lets it spread, so it stays visible as the conversion of a null.
        return value is null && node.Type.IsValueType && Nullable.GetUnderlyingType(node.Type) is null
            ? Lifting.NullOf(node.Type)
            : Expression.Constant(Snapshot.Of(value), node.Type);
    }
}
