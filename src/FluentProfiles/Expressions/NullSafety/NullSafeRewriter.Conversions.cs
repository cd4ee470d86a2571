using System.Linq.Expressions;
using System.Reflection;

namespace FluentProfiles.Expressions.NullSafety;

// Conversions: null stays null.
internal sealed partial class NullSafeRewriter
{
    private Expression Conversion(UnaryExpression node)
    {
        var (from, to) = (node.Operand.Type, node.Type);
        if (node.Method is { } method)
            return Declared(node, method);
        if (Lifting.Bare(from) == Lifting.Bare(to))
            return OrNull(node.Operand);
        if (!to.IsValueType)
            return from.IsValueType ? Boxed(node) : node.Update(OrNull(node.Operand));
        if (!from.IsValueType)
            return Unboxed(node);
        var operand = OrNull(node.Operand);
        return Lifting.TakesNull(operand.Type)
            ? Expression.MakeUnary(node.NodeType, operand, Lifting.Lifted(to))
            : node.Update(operand);
    }

    /// <summary>A conversion that a type declares, by its operator.</summary>
    private Expression Declared(UnaryExpression node, MethodInfo method)
    {
        var operand = OrNull(node.Operand);
        // As a call: an interpreted conversion passes no null on.
        return OperatorMethod.ConvertsNull(method)
            ? Expression.Call(method, Lifting.As(operand, OperatorMethod.Converted(method)))
            : WhenNotNull(
                operand,
                value => Expression.MakeUnary(node.NodeType, value, Lifting.Bare(node.Type), method)
            );
    }

    private UnaryExpression Boxed(UnaryExpression node) =>
        Expression.MakeUnary(
            node.NodeType,
            Lifting.TakesNull(node.Operand.Type) ? Visit(node.Operand)! : OrNull(node.Operand),
            node.Type
        );

    private Expression Unboxed(UnaryExpression node)
    {
        if (node.NodeType != ExpressionType.TypeAs)
            return WhenNotNull(
                OrNull(node.Operand),
                value => Expression.MakeUnary(node.NodeType, value, Lifting.Bare(node.Type))
            );
        var unboxed = node.Update(OrNull(node.Operand));
        return Lifting.EmptyAsNull(unboxed) ?? unboxed;
    }
}
