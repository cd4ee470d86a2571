using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Planning.Explain;
using FluentProfiles.Planning.Filters;
using FluentProfiles.Planning.Order;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning;

/// <summary>Decides for each operator, in the order written, how much of it the source does. A visit returns what is left for the
/// client, or null for nothing.</summary>
/// <remarks>Before the first Take or Skip, filters and orders commute, so each can go to the service on its own. After it, every
/// operator that looks at an item stays in its place.</remarks>
internal sealed class PrefixPlanner : OperatorVisitor<QueryOperator?>
{
    private readonly SourceCapabilities capabilities;
    private readonly bool startsAtCursor;
    private readonly List<QueryOperator> client;
    private readonly ServiceFilters filters;
    private readonly ResultWindow window = new();
    private readonly SortPlanner order;
    private bool isFilteredByClient;
    private bool isOrderFree;
    private bool neededMayNotSuffice;

    private PrefixPlanner(SourceCapabilities capabilities, KnownQuantifiers quantifiers, bool startsAtCursor, int count)
    {
        (this.capabilities, this.startsAtCursor) = (capabilities, startsAtCursor);
        client = new(count);
        filters = new(capabilities, quantifiers);
        order = new(capabilities, window, client, startsAtCursor);
    }

    /// <param name="query">The operators of a query.</param>
    /// <param name="needless">Operators that have no effect on the result.</param>
    /// <param name="written">The query itself.</param>
    /// <param name="capabilities">What the source does itself.</param>
    /// <exception cref="UnsupportedQueryException">The query can't be planned.</exception>
    public static ServicePrefix Plan(
        OperatorNormalizer query,
        IReadOnlySet<QueryOperator> needless,
        ClosedQuery written,
        SourceCapabilities capabilities
    )
    {
        var count = query.OverProfile.Count + query.OverItems.Count;
        PrefixPlanner planner = new(capabilities, written.Quantifiers, written.Settings.Cursor is not null, count);
        foreach (var step in query.OverProfile)
        {
            if (!needless.Contains(step))
                planner.AddToClient(step.Accept(planner));
        }
        foreach (var step in query.OverItems)
        {
            if (!needless.Contains(step))
                planner.AddToClient(planner.AfterSelect(step));
        }
        planner.order.ThrowIfUnsortable(isLookedUp: planner.filters.NameProfiles);
        return planner.Result();
    }

    public override QueryOperator? VisitWhere<T>(WhereOperator<T> step)
    {
        var earlier = filters.Values;
        var left = filters.PushDown(step.Body, onlyConstants: window.IsSet);
        if (startsAtCursor && step.IsOfTerminal && filters.Values.DifferingFrom(earlier).FirstOrDefault() is { } filter)
            throw UnsupportedQuery.CursorOfOtherFilter(step, filter);
        isFilteredByClient |= left is not null;
        return left is null ? null : step.With(left);
    }

    public override QueryOperator? VisitClientWhere<T>(ClientWhereOperator<T> step)
    {
        isFilteredByClient = true;
        return step;
    }

    public override QueryOperator? VisitReverse<T>(ReverseOperator<T> step)
    {
        if (!order.CanReverse)
            return VisitOther(step);
        order.Reverse(step);
        return null;
    }

    public override QueryOperator? VisitLast<T>(LastOperator<T> step)
    {
        if (!order.CanReverse || EndsAtLast)
            return VisitOther(step);
        order.Reverse(step);
        return VisitWindow(new TakeOperator<UserProfile>(1));
    }

    public override QueryOperator? VisitUnordered(UnorderedOperator step)
    {
        isOrderFree = step.AllowsOtherListing && !window.IsSet && !startsAtCursor;
        return null;
    }

    public override QueryOperator? VisitDetails(DetailsOperator step) => client.HasDetails() ? null : step;

    protected override QueryOperator? VisitOrder(OrderOperator step) => order.Sort(step, IsBounded);

    protected override QueryOperator? VisitExtreme(ExtremeOperator step)
    {
        if (window.IsSet || order.KeyOf(step) is not { HasPositions: true } key)
            return VisitOther(step);
        order.SortListing(key, step.IsMax);
        return VisitWindow(new TakeOperator<UserProfile>(1));
    }

    protected override QueryOperator? VisitWindow(WindowOperator step)
    {
        // If the client filters or sorts before it, the window does not say how much to read.
        window.Add(step, IsFiltered || order.IsChangedByClient);
        neededMayNotSuffice |= client.HasDetails();
        return step;
    }

    protected override QueryOperator? VisitOther(QueryOperator step)
    {
        order.IsChangedByClient |= step.IsBlocking;
        return step;
    }

    // Few enough profiles come for the client to sort them: a Take limits them, or the query names them.
    private bool IsBounded => window.IsBounded || filters.NameProfiles;

    // Fewer profiles come than the listing has.
    private bool IsFiltered => isFilteredByClient || filters.Ids is not null || !filters.Times.IsNone;

    // A lower bound ends a listing from the newest at the last item, so the other end is further away. Details, however, are read of
    // every profile on the way.
    private bool EndsAtLast =>
        order.Listing.Descending && filters.Times[order.Listing.SortedBy].HasFrom && !client.HasDetails();

    /// <summary>Plans an operator over what a Select returns: the source does nothing of it.</summary>
    private QueryOperator? AfterSelect(QueryOperator step)
    {
        switch (step)
        {
            case OrderOperator unsortable when !IsBounded:
                throw UnsupportedQuery.Unsortable(unsortable, capabilities);
            case UnorderedOperator:
                return null;
            case WindowOperator taken:
                return VisitWindow(taken);
            default:
                isFilteredByClient |= step is not SelectOperator;
                return step;
        }
    }

    private void AddToClient(QueryOperator? step)
    {
        if (step is not null)
            client.Add(step);
    }

    /// <summary>Hands leading skips to the source, and returns the number of profiles that it skips.</summary>
    private int SkipAtSource()
    {
        var skipped = 0;
        // Every condition before the first step of the client is one that the source applies exactly.
        while (
            capabilities.Skips
            && client is [SkipOperator { IsBlocking: false } skip, ..]
            && skip.Count <= int.MaxValue - skipped
        )
        {
            skipped += skip.Count;
            client.RemoveAt(0);
        }
        return skipped;
    }

    private ServicePrefix Result() =>
        new(order.Listing, filters, window, client)
        {
            IsOrderFree = isOrderFree,
            NeededMayNotSuffice = neededMayNotSuffice,
            Skip = SkipAtSource(),
        };
}
