using FluentProfiles.Expressions;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Planning.Explain;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning.Order;

/// <summary>Decides who sorts: the source, or the client.</summary>
/// <param name="capabilities">What the source does itself.</param>
/// <param name="window">The Takes and Skips so far.</param>
/// <param name="client">The steps of the client so far.</param>
/// <param name="startsAtCursor">True when the run starts at a raw cursor, whose listing can't be reversed.</param>
internal sealed class SortPlanner(
    SourceCapabilities capabilities,
    ResultWindow window,
    List<QueryOperator> client,
    bool startsAtCursor
)
{
    private OrderOperator? unsortable;

    /// <summary>The order of the listing.</summary>
    public ServiceOrder Listing { get; private set; } = ServiceOrder.Default;

    /// <summary>True when the client sorts or reverses the items, so that they no longer have the order of the listing.</summary>
    public bool IsChangedByClient { get; set; }

    /// <summary>True when the listing can be read from the other end. An order with nulls has no reverse, because nulls come last in
    /// both directions. Items after a Take are reversed on the client.</summary>
    public bool CanReverse => !window.IsBounded && !IsChangedByClient && !Listing.SortedBy.NullsLast;

    /// <summary>The key of the source by which an operator sorts; null if only the client can sort by it.</summary>
    public SortKey? KeyOf(QueryOperator step) => capabilities.KeyOf(KeyExpression.PathOf(step.Lambda!));

    /// <summary>Sorts by a key of the source, whatever the order so far.</summary>
    public void SortListing(SortKey key, bool descending)
    {
        RemoveOrders();
        Listing = new(key, descending);
    }

    /// <summary>Sorts by an operator of the query.</summary>
    /// <param name="order">The operator.</param>
    /// <param name="isBounded">True when few enough profiles come for the client to sort them.</param>
    /// <returns>The operator if it is left for the client; else null.</returns>
    /// <exception cref="UnsupportedQueryException">Only a full read could sort.</exception>
    public QueryOperator? Sort(OrderOperator order, bool isBounded)
    {
        var key = KeyOf(order);
        if (!window.IsSet)
            return Replace(order, key);
        if (key is null && !isBounded)
            throw UnsupportedQuery.Unsortable(order, capabilities);
        return !IsChangedByClient && key == Listing.SortedBy && HasDirection(order) ? null : SortOnClient(order);
    }

    /// <summary>Reads the listing from the other end.</summary>
    /// <param name="step">The operator that needs it.</param>
    /// <exception cref="UnsupportedQueryException">The cursor of the run belongs to one direction.</exception>
    public void Reverse(QueryOperator step)
    {
        if (startsAtCursor)
            throw UnsupportedQuery.CursorOfOtherOrder(step);
        Listing = Listing.Reversed();
        client.ReverseSkips();
    }

    /// <exception cref="UnsupportedQueryException">The source can't sort by the order of the query, and profiles are not looked
    /// up.</exception>
    public void ThrowIfUnsortable(bool isLookedUp)
    {
        if (unsortable is not null && !isLookedUp)
            throw UnsupportedQuery.Unsortable(unsortable, capabilities);
    }

    private QueryOperator? Replace(OrderOperator order, SortKey? key)
    {
        RemoveOrders();
        unsortable = key is null ? order : null;
        if (key is null)
            return SortOnClient(order);
        Listing = new(key, order.Descending);
        return null;
    }

    private void RemoveOrders()
    {
        client.RemoveOrders();
        IsChangedByClient = false;
    }

    private OrderOperator SortOnClient(OrderOperator order)
    {
        IsChangedByClient = true;
        return order;
    }

    /// <summary>True when the listing has the direction of an operator, or could be reversed to have it.</summary>
    private bool HasDirection(OrderOperator order)
    {
        if (order.Descending != Listing.Descending && CanReverse)
            Reverse(order);
        return order.Descending == Listing.Descending;
    }
}
