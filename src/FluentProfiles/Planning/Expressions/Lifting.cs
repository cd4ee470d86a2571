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

    public static bool IsLifted(Expression rewritten, Expression original) => rewritten.Type != original.Type;

    public static Expression Lift(Expression node) =>
        Lifted(node.Type) is var type && type != node.Type ? Expression.Convert(node, type) : node;

    /// <summary>The value as <paramref name="type"/>: a null where that can't be one is the type's default.</summary>
    public static Expression OrDefault(Expression node, Type type) =>
        node.Type == type ? node : Expression.Coalesce(node, Expression.Default(type));

    /// <summary>The rest of a chain after a <c>?.</c>: null where the receiver is.</summary>
    public static Expression WhenNotNull(Expression receiver, Func<Expression, Expression> rest)
    {
        if (receiver is ParameterExpression || !TakesNull(receiver.Type))
            return rest(receiver);
        var once = Expression.Variable(receiver.Type);
        Expression value = Nullable.GetUnderlyingType(once.Type) is { } bare ? Expression.Convert(once, bare) : once;
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
