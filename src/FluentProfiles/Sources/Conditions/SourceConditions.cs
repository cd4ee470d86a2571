namespace FluentProfiles.Sources.Conditions;

/// <summary>The conditions that a source applies, each of which must hold. None for the service.</summary>
/// <param name="Exact">Those that it applies exactly.</param>
/// <param name="Rough">Those that it applies roughly, so that the client checks them again.</param>
internal sealed record SourceConditions(IReadOnlyList<FilterNode> Exact, IReadOnlyList<FilterNode> Rough)
{
    public static SourceConditions None { get; } = new([], []);

    public SourceConditions With(FilterNode condition, FilterSupport support) =>
        support switch
        {
            FilterSupport.Exact => this with { Exact = [.. Exact, condition] },
            FilterSupport.Rough => this with { Rough = [.. Rough, condition] },
            _ => this,
        };
}
