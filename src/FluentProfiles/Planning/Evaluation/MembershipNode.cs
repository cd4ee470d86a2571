namespace FluentProfiles.Planning.Evaluation;

/// <summary>Whether a value is in a set that was copied when the run started.</summary>
/// <param name="items">The set.</param>
/// <param name="hasNull">Whether null was among the items.</param>
/// <param name="item">The value looked for.</param>
internal sealed class MembershipNode<T>(HashSet<T> items, bool hasNull, Node<T> item) : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        value = item.TryGet(out var known) ? items.Contains(known) : hasNull;
        return true;
    }
}
