namespace FluentProfiles.Evaluation.Nodes.Conditions;

/// <summary><c>!</c>: holds where the condition does not, so also where that is null.</summary>
internal sealed class NotNode(Node<bool> condition) : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        value = !condition.GetOrDefault();
        return true;
    }
}
