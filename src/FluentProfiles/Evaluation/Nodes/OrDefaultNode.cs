namespace FluentProfiles.Evaluation.Nodes;

/// <summary>A value, or its type's default where it is null.</summary>
internal sealed class OrDefaultNode<T>(Node<T> node) : Node<T>
    where T : struct
{
    public override bool TryGet(out T value)
    {
        node.TryGet(out value);
        return true;
    }
}
