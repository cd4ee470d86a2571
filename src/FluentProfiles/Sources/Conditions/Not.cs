namespace FluentProfiles.Sources.Conditions;

/// <summary>A condition does not hold.</summary>
internal sealed record Not(FilterNode Node) : FilterNode
{
    public override int Height { get; } = 1 + Node.Height;

    public override string Text => $"not {Node.Text}";
}
