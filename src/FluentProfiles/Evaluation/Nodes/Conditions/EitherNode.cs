namespace FluentProfiles.Evaluation.Nodes.Conditions;

/// <summary><c>||</c>: each side a condition, which holds only when it is true.</summary>
internal sealed class EitherNode(Node<bool> left, Node<bool> right) : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        value = left.GetOrDefault() || right.GetOrDefault();
        return true;
    }
}
