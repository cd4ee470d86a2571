using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary>An object as the type that it is known to have.</summary>
internal sealed class CastNode<T>(Node<object> node) : Node<T>
{
    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = (T?)node.GetOrDefault();
        return value is not null;
    }
}
