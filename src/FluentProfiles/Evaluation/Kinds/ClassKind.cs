using System.Reflection;
using FluentProfiles.Evaluation.Nodes;

namespace FluentProfiles.Evaluation.Kinds;

/// <summary>A class: null is one of its values, and it can own properties.</summary>
internal sealed class ClassKind<T> : ValueKind<T>
    where T : class
{
    public override Node Getter<TOwner>(Node<TOwner> owner, MethodInfo getter) =>
        new MapNode<TOwner, T>(owner, getter.CreateDelegate<Func<TOwner, T?>>());

    public override Node Property(Node owner, MethodInfo getter, ValueKind kind) => kind.Getter((Node<T>)owner, getter);

    public override Node Default() => Constant(null);

    public override Node OrDefault(Node node) => node;

    public override Node Nullable(Node node) => node;
}
