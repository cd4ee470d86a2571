using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary>A lambda's parameter. The node is the slot, too: who runs the lambda puts the item in.</summary>
internal sealed class SlotNode<T> : Node<T>
{
    public T? Item { get; set; }

    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = Item;
        return value is not null;
    }
}
