using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary>A null where the type has none: the rest of a chain whose start was null.</summary>
internal sealed class NullNode<T> : Node<T>
{
    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = default;
        return false;
    }
}
