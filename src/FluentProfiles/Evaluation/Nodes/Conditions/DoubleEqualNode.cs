namespace FluentProfiles.Evaluation.Nodes.Conditions;

/// <summary><c>==</c> and <c>!=</c> of floating-point numbers: NaN is equal to nothing.</summary>
internal sealed class DoubleEqualNode(Node<double> left, Node<double> right, bool negated) : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        var hasLeft = left.TryGet(out var one);
        var hasRight = right.TryGet(out var other);
        value = (hasLeft == hasRight && (!hasLeft || one == other)) != negated;
        return true;
    }
}
