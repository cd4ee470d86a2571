namespace FluentProfiles.Evaluation.Nodes.Conditions;

/// <summary>Whether a value is in a set that was copied when the run started.</summary>
/// <param name="items">The set.</param>
/// <param name="hasNull">Whether null was among the items.</param>
/// <param name="item">The value looked for.</param>
/// <param name="isKey">Whether the set are the keys of a dictionary, which takes no null.</param>
internal sealed class MembershipNode<T>(HashSet<T> items, bool hasNull, Node<T> item, bool isKey) : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        value = item.TryGet(out var known) ? items.Contains(known) : hasNull || (isKey && ThrowIsNull());
        return true;
    }

    private static bool ThrowIsNull() => throw new ArgumentNullException("key");
}
