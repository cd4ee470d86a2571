using System.Linq.Expressions;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Expressions.Forms;

/// <summary>A chain of <c>&amp;&amp;</c> or of <c>||</c>. One that code builds may have thousands of conditions, one within the
/// other.</summary>
internal static class LogicChain
{
    private const int Deepest = 64;

    /// <summary>The same chain as a tree of little depth, where it is a long one. The conditions are evaluated in the same
    /// order.</summary>
    public static BinaryExpression Balanced(BinaryExpression node) =>
        IsLink(node, node.NodeType)
        && node.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse
        && (IsDeep(node, fromLeft: true) || IsDeep(node, fromLeft: false))
            ? (BinaryExpression)Joined(OperandsOf(node), node.NodeType)
            : node;

    /// <summary>A condition that is false where it would be null.</summary>
    public static Expression OnlyTrue(Expression condition) =>
        Truth.IsNeverNull(condition) ? condition : Expression.OrElse(Expression.Constant(false), condition);

    /// <summary>The condition, without what makes null false, for a place that takes null for false itself.</summary>
    public static Expression WithoutOnlyTrue(Expression condition) =>
        condition
            is BinaryExpression
            {
                NodeType: ExpressionType.OrElse,
                Left: ConstantExpression { Value: false },
                Right: var only
            }
            ? WithoutOnlyTrue(only)
            : condition;

    private static bool IsLink(Expression node, ExpressionType type) =>
        node is BinaryExpression { Method: null } link && link.NodeType == type && link.Type == typeof(bool);

    private static bool IsDeep(BinaryExpression node, bool fromLeft)
    {
        var depth = 0;
        for (var link = node; link is not null && depth <= Deepest; depth++)
        {
            var (first, second) = fromLeft ? (link.Left, link.Right) : (link.Right, link.Left);
            link =
                IsLink(first, node.NodeType) ? (BinaryExpression)first
                : IsLink(second, node.NodeType) ? (BinaryExpression)second
                : null;
        }
        return depth > Deepest;
    }

    private static List<Expression> OperandsOf(BinaryExpression chain)
    {
        List<Expression> operands = [];
        Stack<Expression> rest = new([chain]);
        while (rest.TryPop(out var next))
        {
            if (IsLink(next, chain.NodeType))
            {
                rest.Push(((BinaryExpression)next).Right);
                rest.Push(((BinaryExpression)next).Left);
            }
            else
                operands.Add(next);
        }
        return operands;
    }

    private static Expression Joined(List<Expression> operands, ExpressionType type)
    {
        while (operands.Count > 1)
        {
            var pairs = operands.Chunk(2);
            operands = [.. pairs.Select(pair => pair is [var left, var right] ? Joined(left, right, type) : pair[0])];
        }
        return operands[0];
    }

    private static BinaryExpression Joined(Expression left, Expression right, ExpressionType type) =>
        Expression.MakeBinary(type, left, right);
}
