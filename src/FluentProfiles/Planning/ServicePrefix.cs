using System.Linq.Expressions;
using FluentProfiles.Expressions;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Planning.Explain;
using FluentProfiles.Planning.Filters;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning;

/// <summary>Takes the operators in the order written and tells what the service does of them from what the client must
/// do.</summary>
/// <remarks>Before the first Take or Skip, filters and orders commute, so each can go to the service on its own. From there
/// on everything that looks at an item stays in its place.</remarks>
/// <param name="capabilities">What the source does itself.</param>
/// <param name="startsAtCursor">Whether the run starts at a raw cursor: then the listing is that of the query as written,
/// whatever a terminal would make of it.</param>
/// <param name="count">How many operators there are.</param>
internal sealed class ServicePrefix(SourceCapabilities capabilities, bool startsAtCursor, int count)
{
    private readonly List<QueryOperator> onClient = new(count);
    private OrderOperator? unsortable;
    private bool isFiltered;
    private bool isReordered;

    /// <summary>What is left for the client, in order; the filters of <see cref="Filters"/> apart.</summary>
    public IReadOnlyList<QueryOperator> OnClient => onClient;

    public ServiceFilters Filters { get; } = new(capabilities);

    public ResultWindow Window { get; } = new();

    /// <summary>The number of profiles that the source skips.</summary>
    public int Skip { get; private set; }

    /// <summary>The number of profiles from the start of the listing that are enough; null if that depends on their
    /// values.</summary>
    public long? Needed => Window.Needed - Skip;

    public ServiceOrder Order { get; private set; } = ServiceOrder.Default;

    /// <summary>Whether a Take counts profiles of which some may be gone by the time they are read again.</summary>
    public bool NeededMayNotSuffice { get; private set; }

    /// <summary>Whether any order would do: whoever asked takes no notice of it.</summary>
    public bool IsOrderFree { get; private set; }

    public bool IsEmpty => Filters.IsEmpty || Window.IsEmpty;

    /// <summary>Whether the client drops profiles before the first Take or Skip, or between them.</summary>
    public bool IsFiltered => isFiltered || Filters.Ids is not null || !Filters.Times.IsNone;

    /// <param name="query">The operators of a query.</param>
    /// <param name="needless">Those on which nothing depends.</param>
    /// <param name="settings">The query's settings.</param>
    /// <param name="capabilities">What the source does itself.</param>
    /// <exception cref="UnsupportedQueryException">The query can't be planned.</exception>
    public static ServicePrefix Of(
        OperatorNormalizer query,
        IReadOnlySet<QueryOperator> needless,
        QuerySettings settings,
        SourceCapabilities capabilities
    )
    {
        var prefix = new ServicePrefix(
            capabilities,
            settings.Cursor is not null,
            query.OverProfile.Count + query.OverItems.Count
        );
        foreach (var step in query.OverProfile)
        {
            if (!needless.Contains(step))
                prefix.Add(step);
        }
        foreach (var step in query.OverItems)
        {
            if (!needless.Contains(step))
                prefix.AddBehindSelect(step);
        }
        prefix.Complete();
        return prefix;
    }

    private void Add(QueryOperator step)
    {
        switch (step)
        {
            case WhereOperator<UserProfile> where:
                AddFilter(where);
                break;
            case WindowOperator window:
                AddWindow(window);
                break;
            case OrderOperator order:
                AddOrder(order, capabilities.KeyOf(KeyExpression.PathOf(order.Lambda!)));
                break;
            case ReverseOperator when CanTurnRound:
                TurnRound(step);
                break;
            case LastOperator when CanTurnRound && !EndsAtLast:
                TurnRound(step);
                Add(new TakeOperator<UserProfile>(1));
                break;
            case ExtremeOperator extreme
                when !Window.IsSet
                    && capabilities.KeyOf(KeyExpression.PathOf(extreme.Lambda!)) is { HasPositions: true } key:
                ForgetOrder();
                Order = new(key, extreme.IsMax);
                Add(new TakeOperator<UserProfile>(1));
                break;
            case UnorderedOperator any:
                IsOrderFree = any.AllowsOtherListing && !Window.IsSet && !startsAtCursor;
                break;
            default:
                AddForClient(step);
                break;
        }
    }

    /// <summary>Takes an operator that speaks of what a Select gives.</summary>
    private void AddBehindSelect(QueryOperator step)
    {
        if (step is OrderOperator order && !IsBounded)
            throw UnsupportedQuery.Unsortable(order, capabilities);
        if (step is WindowOperator window)
            AddWindow(window);
        else if (step is not UnorderedOperator)
        {
            isFiltered |= step is not SelectOperator;
            onClient.Add(step);
        }
    }

    /// <summary>Rejects an order that the source does not know and that no later order has replaced, and hands leading skips to the
    /// source.</summary>
    /// <exception cref="UnsupportedQueryException">There is such an order.</exception>
    private void Complete()
    {
        if (unsortable is not null && !Filters.NameProfiles)
            throw UnsupportedQuery.Unsortable(unsortable, capabilities);
        // Every condition before the first step of the client is one that the source applies exactly.
        while (capabilities.Skips && onClient is [SkipOperator { IsBlocking: false } skip, ..])
        {
            if (skip.Count > int.MaxValue - Skip)
                break;
            Skip += skip.Count;
            onClient.RemoveAt(0);
        }
    }

    // So few profiles come that the client can sort them: a Take counts them, or the query names them.
    private bool IsBounded => Window.IsBounded || Filters.NameProfiles;

    // Nulls come last in both directions, so an order with nulls has no reverse. Behind a Take the client has the items in its
    // hands.
    private bool CanTurnRound => !Window.IsBounded && !isReordered && !Order.SortedBy.NullsLast;

    // Whether a lower bound ends the listing at the last item, so that the other end would be further away. Details are read
    // of every profile on the way, though.
    private bool EndsAtLast =>
        Order.Descending && Filters.Times[Order.SortedBy].HasFrom && !onClient.Exists(step => step is DetailsOperator);

    private void AddFilter(WhereOperator<UserProfile> where)
    {
        var earlier = Filters.Values;
        var left = LeftForClient(where.Body);
        if (
            startsAtCursor
            && where.IsOfTerminal
            && Filters.Values.DifferingFrom(earlier).FirstOrDefault() is { } filter
        )
            throw UnsupportedQuery.CursorOfOtherFilter(where, filter);
        if (left is not { } condition)
            return;
        isFiltered = true;
        onClient.Add(where.With(condition));
    }

    /// <summary>The conditions of a predicate, from left to right, that the service does not take; null where it takes
    /// all.</summary>
    private Expression? LeftForClient(Expression condition)
    {
        if (
            condition is BinaryExpression
            {
                NodeType: ExpressionType.OrElse,
                Left: ConstantExpression { Value: false },
                Right: var rest
            }
        )
            return LeftForClient(rest);
        if (condition is not BinaryExpression { NodeType: ExpressionType.AndAlso } both)
            return (!Window.IsSet || condition is ConstantExpression) && Filters.TryAdd(condition) ? null : condition;
        var (left, right) = (LeftForClient(both.Left), LeftForClient(both.Right));
        return left is null || right is null ? left ?? right : both.Update(left, both.Conversion, right);
    }

    private void AddWindow(WindowOperator window)
    {
        // Behind a filter, and behind an order made here, a window says nothing of how much to read.
        Window.Add(window, IsFiltered || isReordered);
        NeededMayNotSuffice |= onClient.Exists(step => step is DetailsOperator);
        onClient.Add(window);
    }

    private void AddForClient(QueryOperator step)
    {
        if (step is DetailsOperator && onClient.Exists(known => known is DetailsOperator))
            return;
        isFiltered |= step is ClientWhereOperator<UserProfile>;
        isReordered |= step.IsBlocking;
        onClient.Add(step);
    }

    private void AddOrder(OrderOperator order, SortKey? key)
    {
        if (!Window.IsSet)
            Replace(order, key);
        else if (key is null && !IsBounded)
            throw UnsupportedQuery.Unsortable(order, capabilities);
        else if (isReordered || key != Order.SortedBy || !IsSameWay(order))
            SortHere(order);
    }

    private void SortHere(OrderOperator order)
    {
        isReordered = true;
        onClient.Add(order);
    }

    private void Replace(OrderOperator order, SortKey? key)
    {
        ForgetOrder();
        unsortable = key is null ? order : null;
        if (key is not null)
            Order = new(key, order.Descending);
        else
            SortHere(order);
    }

    /// <summary>An order that is replaced takes its reversals with it.</summary>
    private void ForgetOrder()
    {
        onClient.RemoveAll(step => step is ReverseOperator or OrderOperator);
        isReordered = false;
    }

    /// <summary>Whether what is there already has an order's direction, or can be given it by turning the listing round.</summary>
    private bool IsSameWay(OrderOperator order)
    {
        if (order.Descending != Order.Descending && CanTurnRound)
            TurnRound(order);
        return order.Descending == Order.Descending;
    }

    /// <summary>Reads from the other end. What a Skip would have dropped at the start now comes last, and is held
    /// back.</summary>
    private void TurnRound(QueryOperator step)
    {
        if (startsAtCursor)
            throw UnsupportedQuery.CursorOfOtherOrder(step);
        Order = Order.Turned();
        for (var i = 0; i < onClient.Count; i++)
        {
            if (onClient[i] is SkipOperator turnable)
                onClient[i] = turnable.Reversed();
        }
    }
}
