using System.Linq.Expressions;

namespace FluentProfiles.Expressions.Text;

/// <summary>Which conversions of an expression tree C# code has to name.</summary>
internal static class CSharpCast
{
    /// <summary>True for a cast that the compiler doesn't add, and for one without which the expression has another meaning.</summary>
    public static bool IsWritten(UnaryExpression node)
    {
        var (from, to) = (node.Operand.Type, node.Type);
        return node.NodeType switch
        {
            ExpressionType.Unbox => true,
            ExpressionType.Convert or ExpressionType.ConvertChecked => node.Method is { } method
                ? method.Name != "op_Implicit"
                : !to.IsAssignableFrom(from) && !IsPromotion(from, to),
            _ => false,
        };
    }

    /// <summary>True when the operand is compared as a reference because it was cast, as in <c>(object)a == b</c>.</summary>
    public static bool ChoosesReferences(Expression operand, BinaryExpression owner) =>
        owner is { NodeType: ExpressionType.Equal or ExpressionType.NotEqual, Method: null }
        && operand is UnaryExpression { NodeType: ExpressionType.Convert, Type.IsValueType: false };

    /// <summary>True for a cast that decides which member of the operand is called. The compiler adds no cast of a reference.</summary>
    public static bool ChoosesMember(UnaryExpression receiver) =>
        receiver
            is {
                NodeType: ExpressionType.Convert,
                Method: null,
                Type.IsValueType: false,
                Operand.Type.IsValueType: false
            };

    // Arithmetic on small integers and characters is done in int.
    private static bool IsPromotion(Type from, Type to)
    {
        var isLifted = Nullable.GetUnderlyingType(to) is not null;
        var (small, wide) = isLifted
            ? (Nullable.GetUnderlyingType(from) ?? from, Nullable.GetUnderlyingType(to)!)
            : (from, to);
        return wide == typeof(int)
            && !small.IsEnum
            && Type.GetTypeCode(small)
                is TypeCode.Char
                    or TypeCode.Byte
                    or TypeCode.SByte
                    or TypeCode.Int16
                    or TypeCode.UInt16;
    }
}
