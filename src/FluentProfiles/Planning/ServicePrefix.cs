using FluentProfiles.Operators;
using FluentProfiles.Planning.Filters;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning;

/// <summary>The division of a query: what the source does, and what is left for the client.</summary>
/// <param name="Order">The order of the listing.</param>
/// <param name="Filters">What the source filters by.</param>
/// <param name="Window">What the Takes and Skips leave of the listing.</param>
/// <param name="OnClient">What is left for the client, in order.</param>
internal readonly record struct ServicePrefix(
    ServiceOrder Order,
    ServiceFilters Filters,
    ResultWindow Window,
    IReadOnlyList<QueryOperator> OnClient
)
{
    /// <summary>True when the result does not depend on the order, so that the listing may have any.</summary>
    public bool IsOrderFree { get; init; }

    /// <summary>True when a Take counts profiles of which some may have been deleted by the time they are read again.</summary>
    public bool NeededMayNotSuffice { get; init; }

    /// <summary>The number of profiles that the source skips.</summary>
    public int Skip { get; init; }

    /// <summary>The number of profiles from the start of the listing that are enough; null if that depends on their
    /// values.</summary>
    public long? Needed => Window.Needed - Skip;

    public bool IsEmpty => Filters.IsEmpty || Window.IsEmpty;
}
