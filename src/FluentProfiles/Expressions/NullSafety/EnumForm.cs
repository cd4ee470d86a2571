using System.Linq.Expressions;
using System.Reflection;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>An extensible enum: its default is its null, so that a missing part has no third state.</summary>
internal sealed class EnumForm<T> : StructForm<T>
    where T : struct, IEquatable<T>
{
    /// <summary>The method that <see cref="EmptyAsNull(Expression)"/> calls.</summary>
    public static readonly MethodInfo EmptyAsNullMethod = MethodOf(value => EmptyAsNull(value));

    public override Type Lifted => typeof(T);

    public override Expression EmptyAsNull(Expression value) => Expression.Call(EmptyAsNullMethod, value);

    public override object? Held(object? value, bool isNullable) =>
        isNullable ? (value is T known ? EmptyAsNull(known) : null) : value ?? default(T);

    public override TResult Accept<TResult>(IValueFormVisitor<TResult> visitor) => visitor.Enum<T>();

    private static T? EmptyAsNull(T value) => value.Equals(default) ? null : value;

    private static MethodInfo MethodOf(Expression<Func<T, T?>> call) => ((MethodCallExpression)call.Body).Method;
}
