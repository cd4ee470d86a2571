namespace FluentProfiles.Evaluation.Nodes;

/// <summary>The nullable form of an extensible enum: null for its default.</summary>
internal sealed class EmptyAsNullNode<T>(Node<T> node) : Node<T>
    where T : struct, IEquatable<T>
{
    public override bool TryGet(out T value) => node.TryGet(out value) && !value.Equals(default);
}
