using System.Linq.Expressions;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Expressions.Forms;

/// <summary>A lambda that is invoked where it stands, as the well-known PredicateBuilder joins conditions:
/// <c>Expression.Invoke(other, p)</c>. It means its body.</summary>
internal static class InvokedLambda
{
    /// <summary>The body with the argument in the place of the parameter; null where that would mean something else.</summary>
    /// <param name="node">The invocation.</param>
    /// <param name="isInner">True within another lambda, whose parameter the argument may be.</param>
    public static Expression? Inlined(InvocationExpression node, bool isInner) =>
        CodeOf(node.Expression) is { Parameters: [var parameter], Body: var body }
        && node.Arguments is [ParameterExpression argument]
        && body.Type == node.Type
        && LetForm.Inlined(parameter, argument, body) is { } inlined
            ? AsResult(inlined, isInner)
            : null;

    private static LambdaExpression? CodeOf(Expression invoked) =>
        (invoked is UnaryExpression { NodeType: ExpressionType.Quote, Operand: var quoted } ? quoted : invoked)
        as LambdaExpression;

    // What a lambda returns is no null where its type takes none.
    private static Expression? AsResult(Expression body, bool isInner) =>
        Lifting.TakesNull(body.Type) ? body
        : body.Type == typeof(bool) ? LogicChain.OnlyTrue(body)
        : NullSafeRewriter.MayBeNull(body, hasProfile: !isInner) ? null
        : body;
}
