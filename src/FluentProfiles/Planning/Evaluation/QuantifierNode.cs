namespace FluentProfiles.Planning.Evaluation;

/// <summary><c>Any</c> and <c>All</c> over a list or map of the model; null where that is null.</summary>
/// <param name="items">The items.</param>
/// <param name="slot">Where the condition finds the item.</param>
/// <param name="condition">The condition.</param>
/// <param name="all">Whether it must hold for all.</param>
internal sealed class QuantifierNode<TItem>(
    Node<IEnumerable<TItem>> items,
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
        foreach (var item in known)
        {
            slot.Item = item;
            if (condition.GetOrDefault() == all)
                continue;
            value = !all;
            break;
        }
        return true;
    }
}
