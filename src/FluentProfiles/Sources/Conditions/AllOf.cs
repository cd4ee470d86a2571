namespace FluentProfiles.Sources.Conditions;

/// <summary>Each of some conditions holds.</summary>
internal sealed record AllOf(IReadOnlyList<FilterNode> Nodes) : FilterNode
{
    public override int Height { get; } = 1 + Nodes.Select(node => node.Height).DefaultIfEmpty().Max();

    public override string Text => $"({string.Join(" and ", Nodes.Select(node => node.Text))})";
}
