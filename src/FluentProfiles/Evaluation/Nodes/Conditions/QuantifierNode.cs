namespace FluentProfiles.Evaluation.Nodes.Conditions;

/// <summary><c>Any</c> and <c>All</c> over a list or map of the model; null where that is null.</summary>
/// <param name="items">The list or map.</param>
/// <param name="count">How many items it has.</param>
/// <param name="itemAt">The item at a position: an enumerator would be an allocation a profile.</param>
/// <param name="slot">Where the condition finds the item.</param>
/// <param name="condition">The condition.</param>
/// <param name="all">True when it must hold for all items.</param>
internal sealed class QuantifierNode<TItems, TItem>(
    Node<TItems> items,
    Func<TItems, int> count,
    Func<TItems, int, TItem> itemAt,
    SlotNode<TItem> slot,
    Node<bool> condition,
    bool all
) : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        value = all;
        if (!items.TryGet(out var known))
            return false;
        var length = count(known);
        for (var position = 0; position < length; position++)
        {
            slot.Item = itemAt(known, position);
            if (condition.GetOrDefault() == all)
                continue;
            value = !all;
            break;
        }
        return true;
    }
}
