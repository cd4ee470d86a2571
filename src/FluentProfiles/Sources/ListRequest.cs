using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Sources;

/// <summary>A listing of a source: the same for every page of a run.</summary>
/// <param name="Limit">The size of a page.</param>
/// <param name="Order">The order.</param>
/// <param name="Filters">The values that the service filters by; none for a source that takes conditions.</param>
internal sealed record ListRequest(int Limit, ServiceOrder Order, FilterValues Filters)
{
    /// <summary>The conditions that the source applies.</summary>
    public SourceConditions Conditions { get; init; } = SourceConditions.None;

    /// <summary>The number of profiles to skip before the first page; 0 unless the source skips.</summary>
    public int Skip { get; init; }

    /// <summary>The fields that the run reads of each profile. A source may return profiles that have only these.</summary>
    public FieldMask Fields { get; init; } = FieldMask.All;

    /// <summary>Returns what the conditions, orders and selectors of the run name, also where it reads whole profiles. Few sources
    /// ask.</summary>
    public Func<NamedMembers> Named { get; init; } = () => NamedMembers.None;

    /// <summary>The same from the other end.</summary>
    public ListRequest Reversed() => this with { Order = Order.Reversed() };
}
