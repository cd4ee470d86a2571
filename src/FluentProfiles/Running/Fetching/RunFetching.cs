using FluentProfiles.Evaluation;
using FluentProfiles.Json.Pages;
using FluentProfiles.Operators;
using FluentProfiles.Planning;
using FluentProfiles.Running.Paging;
using FluentProfiles.Running.Resuming;
using FluentProfiles.Running.Stages;
using FluentProfiles.Sources;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Running.Fetching;

/// <summary>Fetches the pages and details of one run.</summary>
internal sealed class RunFetching : IAsyncDisposable
{
    private readonly RunSetup setup;
    private readonly StageFactory stages;
    private readonly PageReader reader;
    private readonly ProfileReads reads;
    private PageWalk? walk;
    private IDisposable? place;

    /// <param name="setup">What the run does.</param>
    /// <param name="stages">Creates the stages of the run.</param>
    /// <param name="budget">The budget of the run.</param>
    public RunFetching(RunSetup setup, StageFactory stages, RequestBudget budget)
    {
        (this.setup, this.stages) = (setup, stages);
        reads = ReadsOf(setup, stages.Conditions);
        reader = new(reads);
        Requests = new(setup, budget, reader);
        Details = new(Requests, setup.Options.ChecksAgain ? ConditionsBeforeDetails(setup) : null);
    }

    /// <summary>How many of the plan's steps look at a profile before it is read whole.</summary>
    public int FirstSteps => reads.FirstSteps;

    public RunRequests Requests { get; }

    public DetailReader Details { get; }

    /// <summary>The walk, once it is open.</summary>
    public PageWalk Walk => walk!;

    /// <summary>Waits for a place where the run keeps one, and opens the walk.</summary>
    /// <param name="trace">The run's span.</param>
    /// <param name="position">Where the run begins.</param>
    /// <param name="time">The time that it may take.</param>
    /// <returns>The walk.</returns>
    public async ValueTask<PageWalk?> StartAsync(QueryTrace trace, RunPosition position, RunTime time)
    {
        place = await Requests.StartAsync(trace, time).ConfigureAwait(false);
        return walk = new PlannedWalk(setup, stages, Requests, position).Open(reader);
    }

    /// <summary>Requests the pages that are read ahead.</summary>
    public void PrefetchPages() => Walk.Prefetch(setup.PrefetchedPages);

    /// <summary>Records how many of the examined profiles had to be read whole, which decides how the next page is read.</summary>
    public void RecordPassRate(int examined, int completed) => reader.RecordPassRate(examined, completed);

    /// <summary>Cancels the requests under way, and releases the place.</summary>
    public async ValueTask DisposeAsync()
    {
        if (walk is not null)
            await walk.DisposeAsync().ConfigureAwait(false);
        place?.Dispose();
    }

    // A token within a page identifies the profiles that were returned by their positions in the order.
    private static ProfileReads ReadsOf(RunSetup setup, RunConditions conditions)
    {
        var reads = PlannedReads.Of(setup.Plan, conditions);
        return setup.Settings.Resume is not null || setup.Options.IsPage
            ? reads with
            {
                Required = reads.Required | setup.Plan.PositionMask,
            }
            : reads;
    }

    private static ProfileCondition ConditionsBeforeDetails(RunSetup setup) =>
        new(setup.Query.Operators.TakeWhile(step => step is not DetailsOperator));
}
