namespace FluentProfiles.Evaluation.Nodes.Conditions;

/// <summary>A static test of one or two texts, which takes nulls as they are.</summary>
internal sealed class StaticTestNode(Node<string> first, Node<string> second, Func<string?, string?, bool> test)
    : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        value = test(first.GetOrDefault(), second.GetOrDefault());
        return true;
    }
}
