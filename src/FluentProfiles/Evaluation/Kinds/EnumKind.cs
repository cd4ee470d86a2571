using System.Linq.Expressions;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Evaluation.Kinds;

/// <summary>An extensible enum: its default is its null, so that a missing part has no third state.</summary>
internal sealed class EnumKind<T> : StructKind<T>
    where T : struct, IEquatable<T>
{
    public override Node? EmptyAsNull(MethodCallExpression call, NodeBuilder builder) =>
        call.Method == EnumForm<T>.EmptyAsNullMethod && builder.Build<T>(call.Arguments[0]) is { } value
            ? new EmptyAsNullNode<T>(value)
            : null;
}
