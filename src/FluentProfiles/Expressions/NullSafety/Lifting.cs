using System.Linq.Expressions;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>Steps between a value and the same value or null.</summary>
/// <remarks>The default of an extensible enum is its null. So the type that holds "such an enum or null" is the enum, not its
/// nullable form, and there is no third state.</remarks>
internal static class Lifting
{
    /// <summary>The type that also holds null.</summary>
    /// <exception cref="UnsupportedQueryException">It can't be made at run time, in an application compiled ahead of
    /// time.</exception>
    public static Type Lifted(Type type) =>
        ValueForms.Of(type) is { } kind ? kind.Lifted
        : TakesNull(type) || type == typeof(void) || type.IsByRefLike ? type
        : NullableTypes.Of(type);

    /// <summary>True when null is a value of the type.</summary>
    public static bool TakesNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    /// <summary>The type that a nullable one is of; any other type itself.</summary>
    public static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>True for an extensible enum.</summary>
    public static bool IsOwnNull(Type type) =>
        !TakesNull(type) && ValueForms.Of(type) is { } form && form.Lifted == type;

    /// <summary>True when an operand has to be lifted: null may stand where its original had none, or it is the nullable form
    /// of an extensible enum.</summary>
    public static bool IsLifted(Expression rewritten, Expression original) =>
        rewritten.Type != original.Type
        || (Nullable.GetUnderlyingType(original.Type) is not null && Lifted(original.Type) != original.Type);

    /// <summary>The value as the type that also holds null.</summary>
    public static Expression Lift(Expression node) => As(node, Lifted(node.Type));

    /// <summary>The value as <paramref name="type"/>, which differs from its own at most in whether it takes null: a null
    /// where that can't be one is the type's default.</summary>
    public static Expression As(Expression node, Type type)
    {
        if (node.Type == type)
            return node;
        if (!TakesNull(type))
            return node is ConstantExpression { Value: { } known }
                ? Expression.Constant(known, type)
                : Expression.Coalesce(node, Expression.Default(type));
        return EmptyAsNull(node) ?? Expression.Convert(node, type);
    }

    /// <summary>The nullable form of an extensible enum's value: null for its default. Null for any other type.</summary>
    public static Expression? EmptyAsNull(Expression node) =>
        IsOwnNull(Nullable.GetUnderlyingType(node.Type) ?? node.Type)
            ? ValueForms.Of(node.Type)!.EmptyAsNull(Lift(node))
            : null;

    /// <summary>A value to compare as an object: null for the default of an extensible enum.</summary>
    public static object? EmptyAsNull(object? value) =>
        value is ValueType && ValueForms.Of(value.GetType()) is { } kind ? kind.Held(value, isNullable: true) : value;

    /// <summary>Null as a value of a type that may have none: the rewritten condition lets it spread.</summary>
    public static Expression NullOf(Type type) =>
        TakesNull(type) ? Expression.Constant(null, type)
        : IsOwnNull(type) ? Expression.Default(type)
        : Expression.Convert(Expression.Constant(null, Lifted(type)), type);

    /// <summary>The rest of a chain after a <c>?.</c>: null where the receiver is.</summary>
    public static Expression WhenNotNull(Expression receiver, Func<Expression, Expression> rest)
    {
        if (IsNeverNull(receiver))
            return rest(receiver);
        var bare = Nullable.GetUnderlyingType(receiver.Type) ?? receiver.Type;
        if (receiver is ConstantExpression { Value: { } known })
            return rest(Expression.Constant(known, bare));
        var value = receiver is ParameterExpression same && same.Type == bare ? same : Expression.Variable(bare);
        return new ConditionalAccess(receiver, value, Lift(rest(value)));
    }

    private static bool IsNeverNull(Expression node) =>
        !TakesNull(node.Type)
        || node
            is LambdaExpression
                or NewExpression
                or NewArrayExpression
                or MemberInitExpression
                or ListInitExpression;
}
