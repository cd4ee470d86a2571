using FluentProfiles.Expressions;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning.Order;

/// <summary>Finds the sorts that only the client could do and on which the result of the terminal does not depend: nothing has to be
/// read for them. It visits the operators from the terminal towards the source. A visit returns false when no sort before it is
/// needless.</summary>
internal sealed class NeedlessOrders : OperatorVisitor<bool>
{
    private readonly HashSet<QueryOperator> found = [];

    /// <summary>What the source sorts by; null for operators after a Select, which the client always sorts.</summary>
    private SourceCapabilities? source;
    private bool followsNoOrder;
    private bool dependsOnItems;

    private NeedlessOrders() { }

    public static IReadOnlySet<QueryOperator> None { get; } = new HashSet<QueryOperator>();

    /// <param name="query">The operators of a query, with those of its terminal.</param>
    /// <param name="capabilities">What the source does itself.</param>
    public static IReadOnlySet<QueryOperator> Of(OperatorNormalizer query, SourceCapabilities capabilities)
    {
        if (!query.OverProfile.Exists(IsOrder) && !query.OverItems.Exists(IsOrder))
            return None;
        NeedlessOrders orders = new();
        if (orders.VisitAll(query.OverItems))
        {
            orders.source = capabilities;
            orders.VisitAll(query.OverProfile);
        }
        return orders.found;
    }

    public override bool VisitUnordered(UnorderedOperator step) => BeginAtTerminal(dependsOnItems: !step.OnlyCounts);

    public override bool VisitReverse<T>(ReverseOperator<T> step) => true;

    public override bool VisitDetails(DetailsOperator step) => true;

    protected override bool VisitExtreme(ExtremeOperator step) => BeginAtTerminal(dependsOnItems: true);

    protected override bool VisitProjection(SelectOperator step) => true;

    protected override bool VisitOrder(OrderOperator step)
    {
        if (followsNoOrder && source?.KeyOf(KeyExpression.PathOf(step.Lambda!)) is null)
            found.Add(step);
        return true;
    }

    protected override bool VisitWindow(WindowOperator step)
    {
        if (!followsNoOrder)
            return true;
        // What a Take has bounded is sorted in any case: of equal items the first may count.
        if (step.IsTake)
            found.Clear();
        return !dependsOnItems;
    }

    protected override bool VisitOther(QueryOperator step)
    {
        // It may drop items.
        dependsOnItems = true;
        return true;
    }

    private bool BeginAtTerminal(bool dependsOnItems)
    {
        (followsNoOrder, this.dependsOnItems) = (true, dependsOnItems);
        return true;
    }

    private bool VisitAll(IReadOnlyList<QueryOperator> steps) => steps.Reverse().All(step => step.Accept(this));

    private static bool IsOrder(QueryOperator step) => step is OrderOperator;
}
