using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary><c>??</c>.</summary>
internal sealed class FallbackNode<T>(Node<T> first, Node<T> second) : Node<T>
{
    public override bool TryGet([MaybeNullWhen(false)] out T value) =>
        first.TryGet(out value) || second.TryGet(out value);
}
