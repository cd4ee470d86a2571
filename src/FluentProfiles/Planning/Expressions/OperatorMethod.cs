using System.Linq.Expressions;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Tells which operators mean what their symbol says. A tree made by hand may name any method for an operator.</summary>
internal static class OperatorMethod
{
    /// <summary>True for an operator whose method belongs to a type other than its operands'.</summary>
    public static bool IsForeign(Expression node) =>
        node switch
        {
            BinaryExpression { Method.DeclaringType: { } type } binary => type != Lifting.Bare(binary.Left.Type)
                && type != Lifting.Bare(binary.Right.Type),
            UnaryExpression { Method.DeclaringType: { } type } unary => type != Lifting.Bare(unary.Operand.Type)
                && type != Lifting.Bare(unary.Type),
            _ => false,
        };
}
