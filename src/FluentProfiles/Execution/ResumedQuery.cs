using FluentProfiles.Planning;
using FluentProfiles.Query.Operators;
using FluentProfiles.Resume;

namespace FluentProfiles.Execution;

/// <summary>Opens the token of a query that resumes: first it compares the identities, then it reads the rest and checks that a run
/// of this query can have stopped there. Whatever a token says may be forged.</summary>
internal static class ResumedQuery
{
    /// <param name="query">The query.</param>
    /// <param name="environment">Where it reads.</param>
    /// <param name="pageOf">For one page of so many items; else null.</param>
    /// <returns>The query, begun where the earlier run stopped; itself without a token.</returns>
    /// <exception cref="ArgumentException">The token belongs to another query, or it was changed.</exception>
    public static ClosedQuery Of<T>(ClosedQuery query, QueryEnvironment environment, int? pageOf)
    {
        if (query.Settings.Resume is not { } token)
            return query;
        RunBounds own = new(Delivered: 0, pageOf);
        var plan = QueryPlanner.Plan(own.Of<T>(query), environment);
        var start = token.Open(QueryFingerprint.Of(plan, environment.Address, own.Count), environment.Protector);
        ThrowIfBeyond(start, plan, [.. plan.Operators.OfType<CountOperator>().SkipLast(own.Count).Reverse()]);
        return query.StartingAt(
            start.LookedUp is { } bits
                ? start with
                {
                    Examined = new(default, LookedUpIds.Read(plan.Ids!, bits)),
                }
                : start
        );
    }

    /// <summary>No count may make the run read more than the query does from its start.</summary>
    private static void ThrowIfBeyond(ResumePoint start, QueryPlan plan, CountOperator[] windows)
    {
        var counted = windows.Where(window => !window.HoldsBack).ToArray();
        var mostItems = windows.Where(window => window.IsTake).Select(window => window.Count);
        if (
            (start.Far is not null && (plan.DescendingByCreatedAt is null || plan.Ids is not null))
            || (start.LookedUp is not null && plan.Ids is null)
            || (start.Examined is { Ids: null } && plan.DescendingByCreatedAt is null)
            || (
                start.Delivered > 0
                && (!plan.BeginsAgain || start.Delivered > mostItems.Append(plan.Ids?.Count ?? int.MaxValue).Min())
            )
            || (start.Countdowns.Count > 0 && start.Countdowns.Count != counted.Length)
            || start.Countdowns.Zip(counted).Any(pair => pair.First > pair.Second.Count)
        )
            throw ResumeToken.Damaged();
    }
}
