using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary>A value as an object, for what takes any.</summary>
internal sealed class BoxNode<T>(Node<T> node) : Node<object>
{
    public override bool TryGet([MaybeNullWhen(false)] out object value)
    {
        value = node.TryGet(out var known) ? known : null;
        return value is not null;
    }
}
