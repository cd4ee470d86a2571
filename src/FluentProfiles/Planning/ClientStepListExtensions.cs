using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Planning;

/// <summary>Reads and changes the list of steps that are left for the client while a query is planned.</summary>
internal static class ClientStepListExtensions
{
    public static bool HasDetails(this List<QueryOperator> steps) => steps.Exists(step => step is DetailsOperator);

    /// <summary>Removes sorts and reversals, because a later sort replaces them.</summary>
    public static void RemoveOrders(this List<QueryOperator> steps) =>
        steps.RemoveAll(step => step is ReverseOperator or OrderOperator);

    /// <summary>Adapts each Skip to a reversed listing: the items to skip now come last.</summary>
    public static void ReverseSkips(this List<QueryOperator> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i] is SkipOperator skip)
                steps[i] = skip.Reversed();
        }
    }
}
