namespace FluentProfiles.Evaluation.Nodes.Conditions;

/// <summary>True when a reference is null, or when it is not.</summary>
internal sealed class IsNullNode<T>(Node<T> node, bool negated) : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        value = node.TryGet(out _) == negated;
        return true;
    }
}
