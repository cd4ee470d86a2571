using System.Linq.Expressions;
using System.Reflection;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>Tells which operators mean what their symbol says, and which of them are called for null. A type may declare
/// operators with other types, and a tree made by hand may name any method for an operator.</summary>
internal static class OperatorMethod
{
    /// <summary>True for an operator whose method is not the operands' own, or is their operator of another symbol.</summary>
    public static bool IsForeign(Expression node) =>
        node switch
        {
            BinaryExpression { Method: { } method } binary => !IsOfOperands(binary, method.DeclaringType)
                || (NameOf(binary.NodeType) is { } expected && expected != method.Name && !IsConcatenation(binary)),
            UnaryExpression { Method.DeclaringType: { } type } unary => type != Lifting.Bare(unary.Operand.Type)
                && type != Lifting.Bare(unary.Type),
            _ => false,
        };

    /// <summary>True when C# has a lifted form of an operator that a type declares: all of it are values. What any other one
    /// is given are arguments, a null among them.</summary>
    public static bool IsLiftable(MethodInfo method)
    {
        var takes = Array.ConvertAll(method.GetParameters(), TypeOf);
        return !Lifting.TakesNull(method.ReturnType)
            && !Array.Exists(takes, Lifting.TakesNull)
            && Array.TrueForAll(takes, type => Lifting.IsOwnNull(type) == Lifting.IsOwnNull(takes[0]));
    }

    /// <summary>The type that a conversion is called for.</summary>
    public static Type Converted(MethodInfo conversion) => TypeOf(conversion.GetParameters()[0]);

    /// <summary>True when a conversion is called for null, too. Else null stays null.</summary>
    public static bool ConvertsNull(MethodInfo conversion) =>
        Converted(conversion) is var type && (Lifting.TakesNull(type) || Lifting.IsOwnNull(type));

    // An operator may take its operands with in.
    private static Type TypeOf(ParameterInfo parameter) =>
        parameter.ParameterType is { IsByRef: true } reference ? reference.GetElementType()! : parameter.ParameterType;

    // Times have sums with spans. In any other operator of two types, it is for the one that declares it to say what the other's
    // values mean to it, null among them.
    private static bool IsOfOperands(BinaryExpression binary, Type? declaring)
    {
        var isOfLeft = declaring == Lifting.Bare(binary.Left.Type);
        var isOfRight = declaring == Lifting.Bare(binary.Right.Type);
        return binary.NodeType is ExpressionType.Add or ExpressionType.Subtract
            ? isOfLeft || isOfRight
            : isOfLeft && isOfRight;
    }

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
