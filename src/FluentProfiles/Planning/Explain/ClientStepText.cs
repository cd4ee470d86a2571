using FluentProfiles.Expressions.Closing;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Planning.Explain;

/// <summary>What stays on the client, for people: each step as C#, and what it costs.</summary>
internal static class ClientStepText
{
    public static IReadOnlyList<string> Of(ExecutionPlan plan, bool redact) =>
        [
            .. FilterOfLookups(plan),
            .. plan
                .Operators.Where((step, position) => !IsDoneByService(step, position, plan))
                .Select(step => OperatorText.Of(step, redact) + Cost(step, plan) + WithoutValue(step, redact)),
        ];

    /// <summary>Only a listing can be filtered by the service.</summary>
    private static IEnumerable<string> FilterOfLookups(ExecutionPlan plan) =>
        plan.Ids is { Count: > 0 }
            ? plan.Listing.Filters.Sets.Select(set =>
                $"Where(p => [{string.Join(", ", set.Value)}].Contains(p.{set.Key.Field.Property.Name}))"
            )
            : [];

    /// <summary>A Take that says how many profiles to ask for is the service's work, and the rest of these is nobody's.</summary>
    private static bool IsDoneByService(QueryOperator step, int position, ExecutionPlan plan) =>
        step is UnorderedOperator or SkipOperator { Count: 0 }
        || (
            step is WindowOperator { IsTake: true }
            && plan.Needed is not null
            && plan.Operators.Take(position).All(KeepsProfiles)
        );

    /// <summary>True for a step behind which a Take still counts the profiles of the listing.</summary>
    private static bool KeepsProfiles(QueryOperator earlier) =>
        earlier is WindowOperator or UnorderedOperator or SelectOperator;

    private static string WithoutValue(QueryOperator step, bool redact) =>
        string.Concat(PartsWithoutValue.Of(step.Lambda, redact).Select(text => "; " + text));

    private static string Cost(QueryOperator step, ExecutionPlan plan) =>
        step switch
        {
            TimeIntervalOperator { EndsScan: true } => "",
            WhereOperator<UserProfile>
            or ClientWhereOperator<UserProfile>
            or TimeIntervalOperator
                when plan is { MaxRequests: null, StopsEarly: false, Listing.Conditions.Rough: [] } =>
                $": {plan.Environment.Capabilities.Name} cannot filter on this, so every page is read",
            OrderOperator or ReverseOperator when plan.MaxRequests is null =>
                $": {plan.Environment.Capabilities.Name} cannot sort by this, so all items are read and buffered first",
            DetailsOperator => ": one more request for each profile",
            SkipOperator when step.IsBlocking => ": the listing is reversed, and the items to skip come last",
            _ => "",
        };
}
