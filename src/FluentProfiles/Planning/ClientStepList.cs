using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Planning;

/// <summary>The steps that are left for the client while a query is planned, in order.</summary>
/// <param name="capacity">The greatest number of steps.</param>
internal sealed class ClientStepList(int capacity)
{
    private readonly List<QueryOperator> steps = new(capacity);

    public IReadOnlyList<QueryOperator> Steps => steps;

    public bool HaveDetails => steps.Exists(step => step is DetailsOperator);

    public void Add(QueryOperator step) => steps.Add(step);

    /// <summary>Removes sorts and reversals, because a later sort replaces them.</summary>
    public void RemoveOrders() => steps.RemoveAll(step => step is ReverseOperator or OrderOperator);

    /// <summary>Adapts each Skip to a reversed listing: the items to skip now come last.</summary>
    public void ReverseSkips()
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i] is SkipOperator skip)
                steps[i] = skip.Reversed();
        }
    }
}
