using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Tests.Properties.Expressions.Grammar;

namespace FluentProfiles.Tests.Properties.Expressions.Oracle;

// Operators: lifted as C# lifts them.
internal sealed partial class ExpressionNullRule
{
    private object? Binary(BinaryExpression node)
    {
        switch (node.NodeType)
        {
            case ExpressionType.AndAlso:
                return Of(node.Left) is true && Of(node.Right) is true;
            case ExpressionType.OrElse:
                return Of(node.Left) is true || Of(node.Right) is true;
            case ExpressionType.Coalesce:
                return Coalesced(node);
            case ExpressionType.ArrayIndex:
                return Of(node.Left) is Array array ? array.GetValue((int)Fitted(node.Right)!) : null;
        }
        var left = Of(node.Left);
        var right = Right(node, left);
        return IsNull(node, left, right) ? null
            : OwnOperator.Of(node) is { } declared
                ? OwnOperator.SkipsNull(declared) && (left is null || right is null) ? WithNull(node, left, right)
                    : Invoked(declared, null, [left, right])
            : node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual
                ? AreEqual(node, left, right) == (node.NodeType == ExpressionType.Equal)
            : node.Method is { } method && method.GetParameters().Any(taken => !taken.ParameterType.IsValueType)
                ? Invoked(method, null, [left, right])
            : left is null || right is null ? WithNull(node, left, right)
            : node.Method is { } own ? Invoked(own, null, [left, right])
            : Primitive.Of(node.NodeType, left, right);
    }

    // A comparison as Visual Basic writes it.
    private static bool IsNull(BinaryExpression node, object? left, object? right) =>
        node.IsLiftedToNull && Universe.Bare(node.Left.Type) != typeof(bool) && (left is null || right is null);

    // C# evaluates both sides, code that .NET compiles from a tree often only what the result needs.
    private object? Right(BinaryExpression node, object? left)
    {
        try
        {
            return Of(node.Right);
        }
        catch when (left is null && node.Right.Type.IsValueType)
        {
            throw new UnspecifiedException();
        }
    }

    private object? Coalesced(BinaryExpression node)
    {
        var left = Of(node.Left);
        if (left is null)
            return Of(node.Right);
        return node.Conversion is { } conversion ? Apply(conversion, left) : left;
    }

    private static bool AreEqual(BinaryExpression node, object? left, object? right)
    {
        if (node.Left.Type == typeof(object))
            (left, right) = (EnumNull.OrNull(left), EnumNull.OrNull(right));
        if (left is null || right is null)
            return left is null && right is null;
        if (node.Left.Type.IsValueType || node.Method is not null)
            return left is double number ? number == (double)right : Equals(left, right);
        return ReferenceEquals(left, right);
    }

    // A plain flag may be decided by one side alone.
    private static object? WithNull(BinaryExpression node, object? left, object? right) =>
        node.NodeType switch
        {
            ExpressionType.And when node.Method is null && (left is false || right is false) => false,
            ExpressionType.Or when node.Method is null && (left is true || right is true) => true,
            ExpressionType.Equal => left is null && right is null,
            ExpressionType.NotEqual => left is not null || right is not null,
            ExpressionType.LessThan
            or ExpressionType.LessThanOrEqual
            or ExpressionType.GreaterThan
            or ExpressionType.GreaterThanOrEqual => false,
            _ => null,
        };

    private object? Unary(UnaryExpression node)
    {
        var operand = Of(node.Operand);
        return node switch
        {
            { NodeType: ExpressionType.Not, Method: { } method } => operand is null && OwnOperator.SkipsNull(method)
                ? null
                : Invoked(method, null, [operand]),
            { NodeType: ExpressionType.Not } when node.Type == typeof(bool) => operand is not true,
            { NodeType: ExpressionType.ArrayLength } => (operand as Array)?.Length,
            { NodeType: ExpressionType.TypeAs } => Universe.Bare(node.Type).IsInstanceOfType(operand) ? operand : null,
            { Method: { } method } => Converted(method, operand),
            _ when operand is null => null,
            { NodeType: ExpressionType.Convert } => Primitive.Converted(operand, node.Type),
            _ => Primitive.Of(node.NodeType, operand),
        };
    }

    private static object? Converted(MethodInfo method, object? operand)
    {
        var takes = method.GetParameters()[0].ParameterType;
        var value = operand ?? (Universe.IsExtensibleEnum(takes) ? DefaultOf(takes) : null);
        return value is null && OwnOperator.SkipsNull(method) ? null : Invoked(method, null, [value]);
    }
}
