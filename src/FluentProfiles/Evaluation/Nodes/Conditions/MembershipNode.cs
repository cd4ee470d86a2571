namespace FluentProfiles.Evaluation.Nodes.Conditions;

/// <summary>True when a value is in a set that was copied at the start of the run.</summary>
/// <param name="items">The set.</param>
/// <param name="hasNull">True when null is one of the items.</param>
/// <param name="item">The value looked for.</param>
/// <param name="isKey">True for the keys of a dictionary, which can't look up null.</param>
internal sealed class MembershipNode<T>(HashSet<T> items, bool hasNull, Node<T> item, bool isKey) : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        value = item.TryGet(out var known) ? items.Contains(known) : hasNull || (isKey && ThrowIsNull());
        return true;
    }

    private static bool ThrowIsNull() => throw new ArgumentNullException("key");
}
