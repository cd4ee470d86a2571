using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Sources;

/// <summary>What a listing asks of a source, but for the cursor: the same for every page of a run.</summary>
/// <param name="Limit">The size of a page, 1 to 100.</param>
/// <param name="Order">The order.</param>
/// <param name="Filters">The values to filter by.</param>
internal sealed record ListRequest(int Limit, ServiceOrder Order, FilterValues Filters)
{
    /// <summary>The conditions that the source applies as they are.</summary>
    public SourceConditions Conditions { get; init; } = SourceConditions.None;

    /// <summary>The same from the other end.</summary>
    public ListRequest Reversed() => this with { Order = Order.Turned() };
}
