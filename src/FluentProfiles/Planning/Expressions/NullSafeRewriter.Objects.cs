using System.Linq.Expressions;
using System.Reflection;

namespace FluentProfiles.Planning.Expressions;

// Extensible enums that are compared as objects: the default equals null there, too.
internal sealed partial class NullSafeRewriter
{
    private static readonly MethodInfo ObjectEquals = ((Func<object?, object?, bool>)Equals).Method;

    /// <summary><c>Equals</c> of objects, or null for another call.</summary>
    private MethodCallExpression? EqualsCall(MethodCallExpression node)
    {
        if (node.Method.Name != nameof(Equals))
            return null;
        if (node.Method == ObjectEquals)
            return node.Update(null, [Compared(node.Arguments[0]), Compared(node.Arguments[1])]);
        return
            node is { Object: { } receiver, Arguments: [var other] }
            && IsExtensibleEnum(receiver.Type)
            && node.Method.GetParameters()[0].ParameterType == typeof(object)
            ? Expression.Call(ObjectEquals, AsObject(OrNull(receiver), typeof(object)), Compared(other))
            : null;
    }

    private Expression Compared(Expression operand) =>
        operand switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand: var value }
                when IsExtensibleEnum(value.Type) => AsObject(OrNull(value), operand.Type),
            ConstantExpression { Value: ValueType value } when IsExtensibleEnum(value.GetType()) => AsObject(
                Expression.Constant(value),
                operand.Type
            ),
            _ => Visit(operand)!,
        };

    private static UnaryExpression AsObject(Expression value, Type type) =>
        Expression.Convert(Lifting.EmptyAsNull(value)!, type);

    private static bool IsExtensibleEnum(Type type) => type.IsValueType && Lifting.IsOwnNull(Bare(type));
}
