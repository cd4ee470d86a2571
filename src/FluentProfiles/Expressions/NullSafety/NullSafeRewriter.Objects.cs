using System.Linq.Expressions;
using System.Reflection;

namespace FluentProfiles.Expressions.NullSafety;

// Extensible enums that are compared as objects: the default equals null there, too.
internal sealed partial class NullSafeRewriter
{
    private static readonly MethodInfo ObjectEquals = ((Func<object?, object?, bool>)Equals).Method;

    private static readonly MethodInfo EmptyAsNull = ((Func<object?, object?>)Lifting.EmptyAsNull).Method;

    /// <summary>What a call of <c>Equals</c> compares as objects; null for another call.</summary>
    public static (Expression Left, Expression Right)? ComparedAsObjects(MethodCallExpression node) =>
        node.Method == ObjectEquals ? (node.Arguments[0], node.Arguments[1])
        : node is { Method.Name: nameof(Equals), Object: { } receiver, Arguments: [var other] }
        && IsExtensibleEnum(receiver.Type)
        && node.Method.GetParameters()[0].ParameterType == typeof(object)
            ? (receiver, other)
        : null;

    private MethodCallExpression? EqualsCall(MethodCallExpression node) =>
        ComparedAsObjects(node) is var (left, right)
            ? Expression.Call(ObjectEquals, Compared(left), Compared(right))
            : null;

    private Expression Compared(Expression operand) =>
        operand switch
        {
            _ when IsExtensibleEnum(operand.Type) => AsObject(OrNull(operand), typeof(object)),
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: var value }
                when IsExtensibleEnum(value.Type) => AsObject(OrNull(value), operand.Type),
            ConstantExpression { Value: ValueType value } when IsExtensibleEnum(value.GetType()) => AsObject(
                Expression.Constant(value),
                operand.Type
            ),
            ConstantExpression => operand,
            // What is in it shows only when it is evaluated.
            _ when operand.Type == typeof(object) => Expression.Call(EmptyAsNull, Visit(operand)!),
            _ => Visit(operand)!,
        };

    private static UnaryExpression AsObject(Expression value, Type type) =>
        Expression.Convert(Lifting.EmptyAsNull(value)!, type);

    private static bool IsExtensibleEnum(Type type) => type.IsValueType && Lifting.IsOwnNull(Lifting.Bare(type));
}
