using FluentProfiles.Model.Schema;

namespace FluentProfiles.Sources;

/// <summary>The order in which the service lists.</summary>
/// <param name="Key">The key that the request names; null where it leaves the service its own order.</param>
/// <param name="Descending">The direction.</param>
internal readonly record struct ServiceOrder(SortKey? Key, bool Descending)
{
    /// <summary>The service's own: newest first.</summary>
    public static ServiceOrder Default { get; } = new(null, Descending: true);

    /// <summary>The key that profiles are in fact sorted by.</summary>
    public SortKey SortedBy => Key ?? ProfileSchema.DefaultSortKey;

    /// <summary>The direction of an order in which each profile has a position; null for another order.</summary>
    public bool? DescendingPositions => SortedBy.HasPositions ? Descending : null;

    /// <summary>The same from the other end.</summary>
    public ServiceOrder Reversed() => new(SortedBy, !Descending);
}
