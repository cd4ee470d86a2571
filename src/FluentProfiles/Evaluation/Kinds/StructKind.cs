using System.Reflection;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Evaluation.Nodes.Conditions;
using FluentProfiles.Expressions.Forms;

namespace FluentProfiles.Evaluation.Kinds;

/// <summary>A value type: it takes no null, but a chain that gives it may.</summary>
internal class StructKind<T> : ValueKind<T>
    where T : struct
{
    public override Node Constant(object? value) => value is null ? new NullNode<T>() : base.Constant(value);

    public override Node Getter<TOwner>(Node<TOwner> owner, MethodInfo getter) =>
        getter.ReturnType == typeof(T)
            ? new MapNode<TOwner, T>(owner, getter.CreateDelegate<Func<TOwner, T>>())
            : new NullableFieldNode<TOwner, T>(owner, getter.CreateDelegate<Func<TOwner, T?>>());

    public override Node? Property(Node owner, MethodInfo getter, ValueKind kind) => null;

    public override Node<bool>? Membership(ContainsCall contains, Node item) =>
        contains.ItemsOf<T?>() is { } items
            ? new MembershipNode<T>([.. items.OfType<T>()], items.Contains(null), (Node<T>)item, contains.IsKey)
            : base.Membership(contains, item);

    public override Node Default() => new ConstantNode<T>(default(T));

    public override Node OrDefault(Node node) => new OrDefaultNode<T>((Node<T>)node);

    public override Node Nullable(Node node) => new NullableNode<T>((Node<T>)node);
}
