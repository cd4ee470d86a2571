using FluentProfiles.Operators.Windows;
using FluentProfiles.Planning;
using FluentProfiles.Resume;
using FluentProfiles.Sources;

namespace FluentProfiles.Running.Resuming;

/// <summary>Opens the token of a query that resumes. It compares the identities first, then reads the rest and checks that
/// a run of this query can have stopped there. Every value of a token may be forged.</summary>
internal static class ResumedQuery
{
    /// <param name="query">The query.</param>
    /// <param name="environment">Where it reads.</param>
    /// <param name="pageOf">For one page of so many items; else null.</param>
    /// <returns>The query that starts where the earlier run stopped; the same query without a token.</returns>
    /// <exception cref="ArgumentException">The token belongs to another query, or it was changed.</exception>
    public static ClosedQuery Of<T>(ClosedQuery query, QueryEnvironment environment, int? pageOf)
    {
        if (query.Settings.Resume is not { } token)
            return query;
        RunBounds own = new(Returned: 0, pageOf);
        var plan = QueryPlanner.Plan(own.Of<T>(query), environment);
        var start = token.Open(QueryFingerprint.Of(plan, environment.Address, own.Count), environment.Protector);
        ThrowIfBeyond(start, plan, [.. plan.Operators.OfType<WindowOperator>().SkipLast(own.Count).Reverse()]);
        return query.StartingAt(
            start.LookedUp is { } bits
                ? start with
                {
                    Examined = new(default, LookedUpIds.Read(plan.Ids!, bits)),
                }
                : start
        );
    }

    /// <summary>Throws if no run of the query can have stopped there, or if the run would read more than the whole query
    /// does.</summary>
    private static void ThrowIfBeyond(ResumePoint start, ExecutionPlan plan, WindowOperator[] windows)
    {
        var source = plan.Environment.Capabilities;
        if (start.Limit > source.LargestPage || (start.Far is not null && !source.IsRemote))
            throw ResumeToken.Damaged();
        var isPossible = plan.BeginsAgain
            ? start is { Far: null, Examined: null, LookedUp: null, Countdowns.Count: 0 }
                && start.Returned <= MostItems(plan, windows)
            : start.Returned == 0
                && IsPlace(start, plan)
                && AreWithin([.. windows.Where(window => !window.IsBlocking)], start.Countdowns);
        if (!isPossible)
            throw ResumeToken.Damaged();
    }

    private static int MostItems(ExecutionPlan plan, WindowOperator[] windows) =>
        windows
            .Where(window => window.IsTake)
            .Select(window => window.Count)
            .Append(plan.Ids?.Count ?? int.MaxValue)
            .Min();

    private static bool IsPlace(ResumePoint start, ExecutionPlan plan) =>
        plan.Ids is not null
            ? start is { Far: null, Examined: null }
            : start.LookedUp is null
                && (plan.Order.SortedBy.HasPositions || start is { Far: null, Examined: null or { Ids: not null } });

    private static bool AreWithin(WindowOperator[] windows, IReadOnlyList<int> countdowns) =>
        countdowns.Count == 0
        || (countdowns.Count == windows.Length && countdowns.Zip(windows).All(pair => pair.First <= pair.Second.Count));
}
