using System.Linq.Expressions;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>Tells which operators mean what their symbol says. A tree made by hand may name any method for an operator.</summary>
internal static class OperatorMethod
{
    /// <summary>True for an operator whose method belongs to a type other than its operands', or is their operator of another
    /// symbol.</summary>
    public static bool IsForeign(Expression node) =>
        node switch
        {
            BinaryExpression { Method: { DeclaringType: { } type, Name: var name } } binary => (
                type != Lifting.Bare(binary.Left.Type) && type != Lifting.Bare(binary.Right.Type)
            ) || (NameOf(binary.NodeType) is { } expected && expected != name && !IsConcatenation(binary)),
            UnaryExpression { Method.DeclaringType: { } type } unary => type != Lifting.Bare(unary.Operand.Type)
                && type != Lifting.Bare(unary.Type),
            _ => false,
        };

    private static bool IsConcatenation(BinaryExpression binary) =>
        binary is { NodeType: ExpressionType.Add, Method: { Name: nameof(string.Concat), DeclaringType: var type } }
        && type == typeof(string);

    private static string? NameOf(ExpressionType binary) =>
        binary switch
        {
            ExpressionType.Equal => "op_Equality",
            ExpressionType.NotEqual => "op_Inequality",
            ExpressionType.LessThan => "op_LessThan",
            ExpressionType.LessThanOrEqual => "op_LessThanOrEqual",
            ExpressionType.GreaterThan => "op_GreaterThan",
            ExpressionType.GreaterThanOrEqual => "op_GreaterThanOrEqual",
            ExpressionType.Add => "op_Addition",
            ExpressionType.Subtract => "op_Subtraction",
            _ => null,
        };
}
