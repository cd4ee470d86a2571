namespace FluentProfiles.Evaluation.Nodes.Conditions;

/// <summary><c>==</c> and <c>!=</c>, lifted over null as C# does.</summary>
internal sealed class EqualNode<T>(Node<T> left, Node<T> right, bool negated) : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        var hasLeft = left.TryGet(out var one);
        var hasRight = right.TryGet(out var other);
        var equal = hasLeft == hasRight && (!hasLeft || EqualityComparer<T>.Default.Equals(one, other));
        value = equal != negated;
        return true;
    }
}
