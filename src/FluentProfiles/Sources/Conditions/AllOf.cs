namespace FluentProfiles.Sources.Conditions;

/// <summary>Each of some conditions holds.</summary>
internal sealed record AllOf(IReadOnlyList<FilterNode> Nodes) : FilterNode
{
    public override string Text => $"({string.Join(" and ", Nodes.Select(node => node.Text))})";
}
