using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Expressions.Closing;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>Applies an operator to known values, lifted over null as C# lifts it.</summary>
internal static class OperatorValue
{
    public static object? Of(BinaryExpression node, object? left, object? right)
    {
        var hasNull = (left is null && node.Left.Type.IsValueType) || (right is null && node.Right.Type.IsValueType);
        if (hasNull && (node.Method is null || OperatorMethod.IsLiftable(node.Method)))
            return WithNull(node, left, right);
        return node.Method is { } method
            ? Invoke(method, left, right)
            : Interpreter.ValueOf(
                node.Update(
                    Expression.Constant(left, node.Left.Type),
                    node.Conversion,
                    Expression.Constant(right, node.Right.Type)
                )
            );
    }

    /// <summary>The value of an operator or conversion that a type declares.</summary>
    public static object? Of(UnaryExpression node, MethodInfo method, object? operand) =>
        operand is null && !IsCalledForNull(node.NodeType, method) ? null : Invoke(method, operand);

    /// <summary>The value of <c>??</c> whose left side is not null: as the type of the whole, which may be a wider one.</summary>
    public static object? Coalesced(BinaryExpression node, object left) =>
        node.Conversion is { } conversion
            ? Interpreter.ValueOf(
                Expression.Invoke(conversion, Expression.Constant(left, conversion.Parameters[0].Type))
            )
        : node.Type.IsInstanceOfType(left) ? left
        : Interpreter.ValueOf(Expression.Convert(Expression.Constant(left), node.Type));

    private static bool IsCalledForNull(ExpressionType type, MethodInfo method) =>
        type is ExpressionType.Convert or ExpressionType.ConvertChecked
            ? OperatorMethod.ConvertsNull(method)
            : !OperatorMethod.IsLiftable(method);

    // A null for a parameter that takes none is the parameter's default, which is what Invoke makes of it.
    private static object? Invoke(MethodInfo method, params object?[] operands) =>
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, operands, null);

    private static object? WithNull(BinaryExpression node, object? left, object? right) =>
        node.NodeType switch
        {
            // A flag may be decided by one side alone, unless the operator is another type's.
            ExpressionType.Or or ExpressionType.OrElse when node.Method is null && (left is true || right is true) =>
                true,
            ExpressionType.And
            or ExpressionType.AndAlso when node.Method is null && (left is false || right is false) => false,
            // A comparison as Visual Basic writes it, and whatever is no comparison.
            _ when node.IsLiftedToNull => null,
            ExpressionType.Equal => left is null && right is null,
            ExpressionType.NotEqual => left is not null || right is not null,
            ExpressionType.LessThan
            or ExpressionType.LessThanOrEqual
            or ExpressionType.GreaterThan
            or ExpressionType.GreaterThanOrEqual => false,
            _ => null,
        };
}
