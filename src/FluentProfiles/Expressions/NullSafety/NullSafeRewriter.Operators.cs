using System.Linq.Expressions;
using FluentProfiles.Expressions.Forms;

namespace FluentProfiles.Expressions.NullSafety;

// Operators: lifted as C# lifts them.
internal sealed partial class NullSafeRewriter
{
    protected override Expression VisitBinary(BinaryExpression node) =>
        node.NodeType switch
        {
            ExpressionType.AndAlso or ExpressionType.OrElse => node.Update(
                Visit(node.Left)!,
                node.Conversion,
                Visit(node.Right)!
            ),
            ExpressionType.Coalesce => Coalesce(node),
            ExpressionType.ArrayIndex => WhenNotNull(
                OrNull(node.Left),
                array => Expression.ArrayIndex(array, Visit(node.Right)!)
            ),
            ExpressionType.Equal or ExpressionType.NotEqual when !node.Left.Type.IsValueType && node.Method is null =>
                node.Update(Compared(node.Left), node.Conversion, Compared(node.Right)),
            // What is assigned to is no value.
            _ when IsAssignment(node.NodeType) => node.Update(node.Left, node.Conversion, Visit(node.Right)!),
            _ => Operator(node),
        };

    protected override Expression VisitUnary(UnaryExpression node) =>
        node.NodeType switch
        {
            ExpressionType.Quote => node,
            ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs or ExpressionType.Unbox =>
                Conversion(node),
            ExpressionType.ArrayLength => WhenNotNull(OrNull(node.Operand), Expression.ArrayLength),
            ExpressionType.Not when node.Type == typeof(bool) && node.Method is null => node.Update(
                Visit(node.Operand)!
            ),
            _ when IsAssignment(node.NodeType) => node,
            _ => Operator(node),
        };

    private Expression Operator(BinaryExpression node)
    {
        var (left, right) = (OrNull(node.Left), OrNull(node.Right));
        // Only the nullable form of such an enum has a null that spreads.
        if (node.IsLiftedToNull && IsExtensibleEnum(node.Left.Type))
            return Expression.MakeBinary(
                node.NodeType,
                Lifting.EmptyAsNull(left) ?? left,
                Lifting.EmptyAsNull(right) ?? right,
                liftToNull: true,
                node.Method
            );
        if (!Lifting.IsLifted(left, node.Left) && !Lifting.IsLifted(right, node.Right))
            return node.Update(left, node.Conversion, right);
        return node.Method is { } method && !OperatorMethod.IsLiftable(method)
            ? node.Update(Lifting.As(left, node.Left.Type), node.Conversion, Lifting.As(right, node.Right.Type))
            : Expression.MakeBinary(
                node.NodeType,
                Lifting.Lift(left),
                Lifting.Lift(right),
                node.IsLiftedToNull,
                node.Method
            );
    }

    private Expression Operator(UnaryExpression node)
    {
        // A rethrow has no operand.
        if (node.Operand is null || OrNull(node.Operand) is not { } operand || !Lifting.IsLifted(operand, node.Operand))
            return base.VisitUnary(node);
        return node.Method is { } method && !OperatorMethod.IsLiftable(method)
            ? node.Update(Lifting.As(operand, node.Operand.Type))
            : Expression.MakeUnary(node.NodeType, Lifting.Lift(operand), Lifting.Lifted(node.Type), node.Method);
    }

    private Expression Coalesce(BinaryExpression node)
    {
        var left = Visit(node.Left)!;
        var right = OrNull(node.Right);
        if (
            node.Conversion is not null
            || (left.Type.IsValueType && Lifting.Bare(left.Type) != Lifting.Bare(node.Type))
        )
            left = WhenNotNull(left, value => Widened(value, node));
        return Lifting.TakesNull(left.Type) ? Expression.Coalesce(left, right) : left;
    }

    // The left side of (int?)x ?? 0L.
    private static Expression Widened(Expression value, BinaryExpression node) =>
        node.Conversion is { Parameters: [var parameter], Body: var body }
            ? new ParameterReplacer(parameter, Lifting.As(value, parameter.Type)).Visit(body)
            : Expression.Convert(value, Lifting.Bare(node.Type));

    /// <summary>True for an operator that writes to its left side, or to its operand.</summary>
    public static bool IsAssignment(ExpressionType type) =>
        type is ExpressionType.Assign or (>= ExpressionType.AddAssign and <= ExpressionType.PostDecrementAssign);
}
