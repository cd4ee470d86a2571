using System.Collections.Frozen;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Evaluation.Kinds;

/// <summary>The kinds by type, one for each <see cref="ValueForm"/>.</summary>
internal static class ValueKinds
{
    private static readonly FrozenDictionary<Type, ValueKind> ByType = ValueForms.All.ToFrozenDictionary(
        form => form.Type,
        form => form.Accept(new Maker())
    );

    /// <summary>The kind of a type, nullable or not, or null for a type that is not dealt in.</summary>
    public static ValueKind? Of(Type type) => ByType.GetValueOrDefault(System.Nullable.GetUnderlyingType(type) ?? type);

    /// <summary>A node as one of its type: what gives an object of a type that is dealt in gives that type.</summary>
    public static Node? AsTyped(Node? node, Type type) =>
        node is Node<object> untyped && Of(type) is { } kind ? kind.Cast(untyped) : node;

    private sealed class Maker : IValueFormVisitor<ValueKind>
    {
        public ValueKind Class<T>()
            where T : class => new ClassKind<T>();

        public ValueKind Struct<T>()
            where T : struct => typeof(T) == typeof(double) ? new DoubleKind() : new StructKind<T>();

        public ValueKind Enum<T>()
            where T : struct, IEquatable<T> => new EnumKind<T>();
    }
}
