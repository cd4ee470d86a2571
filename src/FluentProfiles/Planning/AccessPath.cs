using FluentProfiles.Model.Betas;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Planning.Explain;
using FluentProfiles.Planning.Filters;
using FluentProfiles.Planning.Order;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Planning;

/// <summary>How the profiles of a query are read: looked up by id, or from a listing with an order and filters; and the steps that
/// remain for the client.</summary>
/// <param name="Order">The order of the listing, or into which what was looked up is brought.</param>
/// <param name="Filters">The values that the listing is limited to.</param>
/// <param name="Ids">The ids to look up; null for a listing.</param>
/// <param name="OnClient">What the client does, in order.</param>
internal sealed record AccessPath(
    ServiceOrder Order,
    FilterValues Filters,
    IReadOnlyList<string>? Ids,
    IReadOnlyList<QueryOperator> OnClient
)
{
    /// <summary>The conditions that the source applies.</summary>
    public SourceConditions Conditions { get; init; } = SourceConditions.None;

    /// <summary>The number of profiles that the source skips.</summary>
    public int Skip { get; init; }

    /// <summary>True when a run looks profiles up whose ids an explanation does not know.</summary>
    public bool IsLookedUpByRun { get; init; }

    /// <param name="prefix">What the query says.</param>
    /// <param name="maxPointLookups">How many ids may be looked up one by one.</param>
    /// <param name="begun">The order in which an earlier run went, where this one goes on with it.</param>
    public static AccessPath Choose(ServicePrefix prefix, int maxPointLookups, ServiceOrder? begun)
    {
        var chosen = Chosen(prefix, maxPointLookups, begun);
        return prefix.Filters.NameUnknownProfiles && (maxPointLookups > 0 || RequiredFields.ForceGets(prefix.OnClient))
            ? chosen with
            {
                IsLookedUpByRun = true,
            }
            : chosen;
    }

    private static AccessPath Chosen(ServicePrefix prefix, int maxPointLookups, ServiceOrder? begun)
    {
        var filters = prefix.Filters;
        var order = prefix.IsOrderFree ? begun ?? BestFor(filters.Times, prefix.Order) : prefix.Order;
        if (filters.Ids is null && filters.Times.IsNone)
            return new(order, filters.Values, null, prefix.OnClient)
            {
                Conditions = filters.Conditions,
                Skip = prefix.Skip,
            };
        List<QueryOperator> steps = [];
        foreach (var (time, interval) in filters.Times.Bounded)
            steps.Add(new TimeIntervalOperator(time, interval, order));
        if (filters.Ids is null)
            return new(order, filters.Values, null, [.. steps, .. prefix.OnClient]);
        if (filters.Ids.Count <= maxPointLookups || RequiredFields.ForceGets(prefix.OnClient))
            return new(
                order,
                filters.Values,
                filters.Ids,
                [.. steps, .. prefix.OnClient.Where(step => step is not DetailsOperator)]
            );
        return new(order, filters.Values, null, [new IdScanOperator(filters.Ids), .. steps, .. prefix.OnClient]);
    }

    /// <exception cref="ProfilesConfigurationException">A filter would be sent under a shape that rejects it.</exception>
    public void ThrowIfFilterIsRejected(BetaSet betas)
    {
        if (IsLookedUp)
            return;
        for (var i = 0; i < Filters.Sets.Count; i++)
        {
            if (Filters.Sets[i].Key is var filter && !filter.IsServedBy(betas.Revision))
                throw new ProfilesConfigurationException(
                    $"The query filters by {filter.Field.Property.Name}, which the shape of the beta in force ({betas.Header}) rejects. "
                        + "Drop the user-profiles beta, or the filter."
                );
        }
    }

    /// <exception cref="UnsupportedQueryException">Profiles are looked up, and a cursor is a place in a listing.</exception>
    public void ThrowIfLookedUp()
    {
        if (IsLookedUp)
            throw UnsupportedQuery.CursorOfNoListing();
    }

    /// <exception cref="UnsupportedQueryException">The client would have to compare keys that have no order.</exception>
    public void ThrowIfIncomparable()
    {
        for (var i = 0; i < OnClient.Count; i++)
        {
            if (!ComparableKeys.Has(OnClient[i]))
                throw UnsupportedQuery.WithoutOrder(OnClient[i]);
        }
    }

    private bool IsLookedUp => Ids is not null || IsLookedUpByRun;

    /// <summary>The order that reads the least of a listing when any order will do: by a time that has bounds, from the end at which
    /// its interval lies.</summary>
    private static ServiceOrder BestFor(TimeIntervals times, ServiceOrder asked)
    {
        if (times.IsNone)
            return asked;
        var time = times.Bounded.Any(bounded => bounded.Key == asked.SortedBy) ? asked.SortedBy : times.Bounded[0].Key;
        if (!times[time].HasFrom)
            return new(time, Descending: false);
        if (time == asked.SortedBy && (asked.Descending || times[time].HasTo))
            return asked;
        return time == ServiceOrder.Default.SortedBy ? ServiceOrder.Default : new(time, Descending: true);
    }
}
