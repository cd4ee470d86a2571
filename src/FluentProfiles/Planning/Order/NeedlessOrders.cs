using FluentProfiles.Expressions;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning.Order;

/// <summary>Finds the orders that only the client could make and on which the result of the terminal does not depend: nothing
/// has to be read for them.</summary>
internal sealed class NeedlessOrders
{
    private readonly HashSet<QueryOperator> found = [];
    private bool isOfTerminal;
    private bool dependsOnSet;

    public static IReadOnlySet<QueryOperator> None { get; } = new HashSet<QueryOperator>();

    /// <param name="query">The operators of a query, with those of its terminal.</param>
    /// <param name="capabilities">What the source does itself.</param>
    public static IReadOnlySet<QueryOperator> Of(OperatorNormalizer query, SourceCapabilities capabilities)
    {
        if (!query.OverProfile.Exists(IsOrder) && !query.OverItems.Exists(IsOrder))
            return None;
        var orders = new NeedlessOrders();
        if (orders.Look(query.OverItems, _ => true))
            orders.Look(query.OverProfile, order => capabilities.KeyOf(KeyExpression.PathOf(order.Lambda!)) is null);
        return orders.found;
    }

    /// <summary>Goes from the terminal towards the source.</summary>
    /// <returns>True when an earlier order may be needless, too.</returns>
    private bool Look(IReadOnlyList<QueryOperator> steps, Func<OrderOperator, bool> isMadeHere)
    {
        foreach (var step in steps.Reverse())
        {
            if (step is UnorderedOperator or ExtremeOperator)
                (isOfTerminal, dependsOnSet) = (true, step is not UnorderedOperator { OnlyCounts: true });
            else if (isOfTerminal && step is WindowOperator window)
            {
                // What a Take has bounded is sorted all the same: of equal items the first may count.
                if (window.IsTake)
                    found.Clear();
                if (dependsOnSet)
                    return false;
            }
            else if (isOfTerminal && step is OrderOperator order && isMadeHere(order))
                found.Add(order);
            else
                dependsOnSet |= MayDrop(step);
        }
        return true;
    }

    private static bool IsOrder(QueryOperator step) => step is OrderOperator;

    private static bool MayDrop(QueryOperator step) =>
        step is not (OrderOperator or ReverseOperator or SelectOperator or WindowOperator or DetailsOperator);
}
