namespace FluentProfiles.Evaluation.Nodes.Conditions;

/// <summary>Whether something is null, or not: what a reference of the model can be compared with.</summary>
internal sealed class IsNullNode<T>(Node<T> node, bool negated) : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        value = node.TryGet(out _) == negated;
        return true;
    }
}
