namespace FluentProfiles.Sources.Conditions;

/// <summary>One of some conditions holds.</summary>
internal sealed record AnyOf(IReadOnlyList<FilterNode> Nodes) : FilterNode
{
    public override int Height { get; } = 1 + Nodes.Select(node => node.Height).DefaultIfEmpty().Max();

    public override string Text => $"({string.Join(" or ", Nodes.Select(node => node.Text))})";
}
