using System.Linq.Expressions;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Steps between a value and the same value or null.</summary>
internal static class Lifting
{
    /// <summary>The type that also holds null.</summary>
    /// <exception cref="UnsupportedQueryException">It can't be made at run time, in an application compiled ahead of
    /// time.</exception>
    public static Type Lifted(Type type) => TakesNull(type) || type == typeof(void) ? type : NullableTypes.Of(type);

    /// <summary>Whether null is a value of the type.</summary>
    public static bool TakesNull(Type type) => !type.IsValueType || IsNullable(type);

    /// <summary>The type without its null.</summary>
    public static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    public static bool IsLifted(Expression rewritten, Expression original) => rewritten.Type != original.Type;

    public static Expression Lift(Expression node) =>
        Lifted(node.Type) is var type && type != node.Type ? Expression.Convert(node, type) : node;

    /// <summary>The value as <paramref name="type"/>: a null where that can't be one is the type's default.</summary>
    public static Expression OrDefault(Expression node, Type type) =>
        node.Type == type ? node
        : Nullable.GetUnderlyingType(node.Type) == type ? Expression.Coalesce(node, Expression.Default(type))
        : Expression.Convert(node, type);

    /// <summary>The rest of a chain after a <c>?.</c>: null where the receiver is.</summary>
    public static Expression WhenNotNull(Expression receiver, Func<Expression, Expression> rest)
    {
        if (receiver is ParameterExpression || !TakesNull(receiver.Type))
            return rest(receiver);
        var once = Expression.Variable(receiver.Type);
        var value = IsNullable(once.Type) ? Expression.Convert(once, Bare(once.Type)) : (Expression)once;
        var result = Lift(rest(value));
        return Expression.Block(
            [once],
            Expression.Assign(once, receiver),
            Expression.Condition(
                Expression.Equal(once, Expression.Constant(null, once.Type)),
                Expression.Default(result.Type),
                result
            )
        );
    }

    private static bool IsNullable(Type type) => Nullable.GetUnderlyingType(type) is not null;
}
