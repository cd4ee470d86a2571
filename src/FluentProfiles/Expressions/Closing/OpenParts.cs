using System.Linq.Expressions;
using FluentProfiles.Expressions.Forms;

namespace FluentProfiles.Expressions.Closing;

/// <summary>Tells whether an expression has a value of its own: no parameter but those of lambdas within it, no jump, no
/// rethrow, and no span, which can't be held.</summary>
internal sealed class OpenParts : DeepVisitor
{
    private const int Few = 1000;

    private List<ParameterExpression>? bound;
    private HashSet<Expression>? openNodes;
    private int count;
    private bool found;

    public bool AreNoneIn(Expression node)
    {
        // Most parts are chains of members, and a look at their start is enough.
        var start = node;
        while (start is MemberExpression { Expression: { } owner } && !start.Type.IsByRefLike)
            start = owner;
        if (start is ConstantExpression or ParameterExpression)
            return start is ConstantExpression;
        found = false;
        Visit(start);
        return !found;
    }

    public override Expression? Visit(Expression? node)
    {
        if (
            (node is ParameterExpression known && bound?.Contains(known) != true)
            || node is GotoExpression or LabelExpression
            || node is UnaryExpression { NodeType: ExpressionType.Throw, Operand: null }
            || node?.Type.IsByRefLike == true
            // A node that is open by itself need not be within a lambda that has its parameter.
            || (node is not null && bound is not { Count: > 0 } && openNodes?.Contains(node) == true)
        )
            found = true;
        if (found)
            return node;
        base.Visit(node);
        // Each level of a deep expression asks for all that is below it.
        if (found && ++count > Few)
            (openNodes ??= []).Add(node!);
        return node;
    }

    // A search of a span is evaluated as one of the array that the span is of.
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (SpanCall.Read(node) is not { } span)
            return base.VisitMethodCall(node);
        Visit(span.Items);
        foreach (var argument in span.Arguments)
            Visit(argument);
        Visit(span.Comparer);
        return node;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        bound ??= [];
        bound.AddRange(node.Parameters);
        Visit(node.Body);
        bound.RemoveRange(bound.Count - node.Parameters.Count, node.Parameters.Count);
        return node;
    }
}
