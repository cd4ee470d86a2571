using FluentProfiles.Expressions.Identity;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Resume;
using FluentProfiles.Sources;

namespace FluentProfiles.Planning;

/// <summary>The identity of a plan's query: its operators, the members that they name and the values that they capture.</summary>
internal static class QueryFingerprint
{
    // Its values stand without a name, as in the first tokens of this version, which knew no other filter.
    private const string FirstFilter = "enforcement_status";

    /// <param name="plan">The plan of the query.</param>
    /// <param name="address">The address of the service.</param>
    /// <param name="own">How many of the plan's last steps are no part of the query: the run has added them.</param>
    public static QueryIdentity Of(ExecutionPlan plan, string address, int own) =>
        new(
            address,
            plan.Environment.Workspace ?? "",
            plan.Environment.Betas.Revision,
            plan.Order,
            plan.Moment,
            Conditions(plan, own)
        );

    private static string? Values(FilterValues filters, string name) =>
        filters.Sets.FirstOrDefault(set => set.Key.Name == name).Value is { } values
            ? ValueIdentity.Of(values.Order(StringComparer.Ordinal).ToArray())
            : null;

    private static string Conditions(ExecutionPlan plan, int own)
    {
        // Ours are the last, but for a Select that the planner has put behind them.
        var steps = WithoutProjection(plan.Operators)
            .SkipLast(own)
            .Select(step => $"{OperatorIdentity.Of(step)} {ExpressionIdentity.Of(step.Lambda)}");
        return string.Join(
            '\n',
            [
                Values(plan.Listing.Filters, FirstFilter) ?? ValueIdentity.Of(Array.Empty<string>()),
                .. plan
                    .Listing.Filters.Sets.Select(set => set.Key.Name)
                    .Where(name => name != FirstFilter)
                    .Order(StringComparer.Ordinal)
                    .Select(name => $"{name} {Values(plan.Listing.Filters, name)}"),
                .. plan.Listing.Conditions.Exact.Select(condition => condition.Text),
                .. plan.Listing.Skip > 0 ? [$"Skip({plan.Listing.Skip})"] : Array.Empty<string>(),
                ValueIdentity.Of(plan.Ids?.Order(StringComparer.Ordinal).ToArray()),
                .. steps,
            ]
        );
    }

    /// <summary>The steps that decide which items come, and in which order. A Select and WithDetails do where one of them looks at what
    /// they make.</summary>
    private static List<QueryOperator> WithoutProjection(IEnumerable<QueryOperator> operators)
    {
        var steps = operators.Where(step => step is not UnorderedOperator).ToList();
        var lastLook = steps.FindLastIndex(step => !IsProjection(step) && step is not WindowOperator);
        return [.. steps.Where((step, i) => i < lastLook || !IsProjection(step))];
    }

    private static bool IsProjection(QueryOperator step) => step is SelectOperator or DetailsOperator;
}
