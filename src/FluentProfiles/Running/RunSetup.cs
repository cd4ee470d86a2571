using FluentProfiles.Operators;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Planning;
using FluentProfiles.Resume;
using FluentProfiles.Running.Resuming;
using FluentProfiles.Sources;

namespace FluentProfiles.Running;

/// <summary>What a run does, chosen before its first request: the query with its values, where it starts, and the plan.</summary>
internal sealed class RunSetup
{
    private RunSetup(
        ClosedQuery query,
        QueryEnvironment environment,
        RunOptions options,
        ExecutionPlan plan,
        RunBounds own
    ) => (Query, Environment, Options, Plan, Own) = (query, environment, options, plan, own);

    public ClosedQuery Query { get; }

    public QueryEnvironment Environment { get; }

    public RunOptions Options { get; }

    public ExecutionPlan Plan { get; }

    /// <summary>What the run skips and takes for itself.</summary>
    public RunBounds Own { get; }

    public QuerySettings Settings => Query.Settings;

    /// <summary>Where an earlier run stopped; null for a run of its own.</summary>
    public ResumePoint? Start => Settings.Start;

    /// <summary>At most one page ahead when any page may turn out to be the last one needed.</summary>
    public int PrefetchedPages =>
        !Environment.Capabilities.IsRemote ? 0
        : (Settings.Prefetch ?? Environment.Prefetch) is var asked && asked > 1 && Plan.MayStopEarly ? 1
        : asked;

    /// <exception cref="ArgumentException">The query resumes from a token that is not its own.</exception>
    /// <exception cref="UnsupportedQueryException">The query can't be planned.</exception>
    public static RunSetup Of<T>(QueryDefinition definition, RunOptions options)
    {
        var environment = definition.Open();
        var query = ResumedQuery.Of<T>(
            Sized(ClosedQuery.Of(definition, environment.Clock), environment, options),
            environment,
            options.MaxItems
        );
        RunBounds own = new(query.Settings.Start?.Returned ?? 0, options.MaxItems);
        // With a Take or Skip the order decides which profiles a bulk write changes, so it has to be checked.
        var checksOrder = options.ChecksAgain && Array.Exists(query.Operators, step => step is WindowOperator);
        var plan = Planned();
        if (checksOrder && HidesOrder(plan, query.Settings))
        {
            query = query.WithPageSize(2);
            plan = Planned();
        }
        return new(query, environment, options, plan, own);

        ExecutionPlan Planned() =>
            QueryPlanner.Plan(
                own.Of<T>(query),
                environment,
                tracksPosition: options.MaxItems is not null || query.Settings.Resume is not null || checksOrder
            );
    }

    /// <exception cref="ProfilesBudgetException">The query needs more requests than it may send.</exception>
    public RequestBudget CreateBudget()
    {
        RequestBudget budget = new(Settings.MaxRequests ?? Environment.MaxRequests, Environment.Budget, Plan.Tag);
        budget.ThrowIfBelow(Plan.MinRequests);
        return budget;
    }

    /// <summary>The client's steps. Details are read by no more requests at once than the budget allows beside that of the
    /// page.</summary>
    public QueryOperator[] StepsWithin(RequestBudget budget) =>
        [
            .. Plan.Operators.Select(step =>
                step is DetailsOperator details ? details.AtMost((budget.Most ?? int.MaxValue) - 1) : step
            ),
        ];

    /// <summary>The items of a terminal don't change the size of the pages behind a cursor.</summary>
    private static ClosedQuery Sized(ClosedQuery query, QueryEnvironment environment, RunOptions options) =>
        options is { MaxItems: not null, IsPage: false } && query.Settings.Cursor is not null
            ? query.WithPageSize(QueryPlanner.Plan(query, environment).PageSize)
            : query;

    /// <summary>True where pages would have one profile each, which can't show that the service took the order:
    /// <c>OrderBy(CreatedAt).Take(1)</c>. A page size that was chosen stays.</summary>
    private static bool HidesOrder(ExecutionPlan plan, QuerySettings settings) =>
        plan is { PageSize: 1, Ids: null }
        && plan.Order is { Key.HasPositions: true }
        && settings is { PageSize: null, Cursor: null, Start: null };
}
