using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary>A value as a <see cref="Nullable{T}"/>, for what takes one.</summary>
internal sealed class NullableNode<T>(Node<T> node) : Node<T?>
    where T : struct
{
    public override bool TryGet([MaybeNullWhen(false)] out T? value)
    {
        value = node.TryGet(out var known) ? known : null;
        return value is not null;
    }
}
