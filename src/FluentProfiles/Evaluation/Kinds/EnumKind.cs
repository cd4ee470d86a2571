using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Evaluation.Nodes;

namespace FluentProfiles.Evaluation.Kinds;

/// <summary>An extensible enum: its default is its null, so that a missing part has no third state.</summary>
internal sealed class EnumKind<T> : StructKind<T>
    where T : struct, IEquatable<T>
{
    private static readonly MethodInfo EmptyAsNullMethod = MethodOf(value => EmptyAsNull(value));

    public override Type Lifted => typeof(T);

    public override Expression EmptyAsNull(Expression value) => Expression.Call(EmptyAsNullMethod, value);

    public override object? Held(object? value, bool isNullable) =>
        isNullable ? (value is T known ? EmptyAsNull(known) : null) : value ?? default(T);

    public override Node? EmptyAsNull(MethodCallExpression call, NodeBuilder builder) =>
        call.Method == EmptyAsNullMethod && builder.Build<T>(call.Arguments[0]) is { } value
            ? new EmptyAsNullNode<T>(value)
            : null;

    private static T? EmptyAsNull(T value) => value.Equals(default) ? null : value;

    private static MethodInfo MethodOf(Expression<Func<T, T?>> call) => ((MethodCallExpression)call.Body).Method;
}
