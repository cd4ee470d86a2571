using FluentProfiles.Operators;
using FluentProfiles.Planning.Order;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning;

/// <summary>Makes a plan of a query: the longest prefix that the service can do becomes requests, the rest stays, in the order
/// written, for the client.</summary>
internal static class QueryPlanner
{
    /// <param name="query">The query, with its closed parts evaluated.</param>
    /// <param name="environment">Where it reads.</param>
    /// <param name="tracksPosition">True when the run may stop within a page, so that it must know which profile was last.</param>
    public static ExecutionPlan Plan(ClosedQuery query, QueryEnvironment environment, bool tracksPosition = false)
    {
        var normal = OperatorNormalizer.Normalize(query.Operators);
        var prefix = PrefixOf(normal, query, environment.Capabilities);
        var access = AccessPath.Choose(prefix, environment.MaxPointLookups, BegunIn(query.Settings, environment));
        access.ThrowIfFilterIsRejected(environment.Betas);
        if (query.Settings.Cursor is not null)
            access.ThrowIfLookedUp();
        access.ThrowIfIncomparable();
        var needed = access.Filters.IsNone ? prefix.Needed : null;
        var sizing = PageSizing.Of(needed, prefix.NeededMayNotSuffice, query.Settings, environment.Capabilities);
        PlanFacts facts = new()
        {
            IsEmpty = prefix.IsEmpty,
            Needed = needed,
            Requested = RequiredFields.Of(access, normal.OverItems.Count > 0),
            TracksPosition = tracksPosition,
            Moment = query.Moment,
            Tag = query.Settings.Tag,
            AsksForTwoEnds = query.Settings.TwoEnded && query.Settings.Cursor is null,
            IsOrderFree = prefix.IsOrderFree,
            WindowsOfRun = query.WindowsOfRun,
        };
        return new(access, sizing, environment, facts);
    }

    /// <summary>Returns the order of the run that this one resumes; null for a run of its own. A forged token may name an order that
    /// the source does not have.</summary>
    private static ServiceOrder? BegunIn(QuerySettings settings, QueryEnvironment environment) =>
        settings.Resume?.Head.Order is { } order && environment.Capabilities.SortsBy(order.SortedBy.Path)
            ? order
            : null;

    private static ServicePrefix PrefixOf(OperatorNormalizer normal, ClosedQuery query, SourceCapabilities capabilities)
    {
        var needless = NeedlessOrders.Of(normal, capabilities);
        var prefix = PrefixPlanner.Plan(normal, needless, query, capabilities);
        // Profiles that the query names are few, so they are sorted all the same: of equal ones the first may count.
        return needless.Count > 0 && prefix.Filters.NameProfiles
            ? PrefixPlanner.Plan(normal, NeedlessOrders.None, query, capabilities)
            : prefix;
    }
}
