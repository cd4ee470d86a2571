using System.Runtime.CompilerServices;
using FluentProfiles.Evaluation;
using FluentProfiles.Operators;
using FluentProfiles.Planning;
using FluentProfiles.Running.Examining;
using FluentProfiles.Running.Fetching;
using FluentProfiles.Running.Reporting;
using FluentProfiles.Running.Resuming;
using FluentProfiles.Sources;

namespace FluentProfiles.Running;

/// <summary>One run of a query: fetches the pages that the plan needs, examines their profiles, reports and remembers how far it
/// has come, and returns the items.</summary>
internal sealed class QueryRun<T>
{
    private readonly RunSetup setup;
    private readonly RequestBudget budget;
    private readonly RunCounts counts;
    private readonly RunFetching fetching;
    private readonly Pipeline<T> pipeline;
    private readonly RunMemory memory;
    private RunReporting? reporting;
    private RunTime? time;
    private bool isPaused;

    /// <param name="query">The query.</param>
    /// <param name="options">What the caller wants of the run; null for every item.</param>
    public QueryRun(QueryDefinition query, RunOptions? options = null)
    {
        options ??= RunOptions.Default;
        setup = RunSetup.Of<T>(query, options);
        budget = setup.CreateBudget();
        counts = new(budget);
        var stages = options.Stages ?? new();
        fetching = new(setup, stages, budget);
        pipeline = new(
            new(setup.StepsWithin(budget), stages, fetching.FirstSteps, fetching.Details, options.OnlyCounts),
            setup.Plan.Needed,
            setup.Plan.TracksPosition
        );
        memory = new(setup, pipeline.Countdowns, counts);
    }

    public ExecutionPlan Plan => setup.Plan;

    public QueryEnvironment Environment => setup.Environment;

    /// <summary>The number of items returned so far.</summary>
    public long Returned => counts.Returned;

    /// <summary>The token that resumes after the items of the latest page, or null when the run is complete.</summary>
    public string? Token => memory.Token;

    /// <summary>Returns the conditions of the query as one.</summary>
    public ProfileCondition CreateConditions() => new(setup.Query.Operators);

    /// <summary>True when the token after a page leads further than the one before it, so that runs that resume one another
    /// end.</summary>
    public bool HasMovedOn(RunPage<T> page) => memory.HasMovedOn(page.Items.Count > 0);

    /// <summary>Throws the exception of the caller's code in the latest page, for callers that must not return part of a
    /// page.</summary>
    public void ThrowIfFaulted()
    {
        if (pipeline.Fault is not { } fault)
            return;
        reporting!.Trace.Fail(fault.SourceException);
        fault.Throw();
    }

    /// <summary>Returns the items of each page, one request each, and at the end those that were held back.</summary>
    public async IAsyncEnumerable<RunPage<T>> PagesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var timing = time = new(setup.Settings.RunTimeout, setup.Environment.Clock, cancellationToken);
        using var reports = reporting = new(setup, counts, memory);
        await using (fetching.ConfigureAwait(false))
        {
            await Guarded(fetching.StartAsync(reporting.Trace, memory.Position, time)).ConfigureAwait(false);
            fetching.Requests.MarkCallerInside();
            while (!setup.Plan.IsEmpty && !pipeline.IsDone)
            {
                if (await Guarded(NextPageAsync()).ConfigureAwait(false) is not { } page)
                    break;
                time.Pause();
                yield return page;
                time.Resume();
                fetching.Requests.MarkCallerInside();
                ThrowIfFaulted();
                reporting.ReportProgress();
                cancellationToken.ThrowIfCancellationRequested();
            }
            if (!isPaused && await Guarded(EndAsync()).ConfigureAwait(false) is { Items.Count: > 0 } heldBack)
            {
                time.Pause();
                yield return heldBack;
                time.Resume();
            }
            fetching.Requests.MarkCallerInside();
            ThrowIfFaulted();
            if (memory.ReturnsOnlyAtEnd)
                reporting.ReportProgress();
        }
        // The token may have been cancelled while requests that are no longer needed were ended.
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Returns the items one by one. The next page is requested when the caller asks for the second item of the current
    /// one.</summary>
    public async IAsyncEnumerable<T> ItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var page in PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            for (var i = 0; i < page.Items.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (i == 1 && !pipeline.IsDone)
                    fetching.PrefetchPages();
                // A terminal stops after its last item, so nothing behind the yield would run.
                if (setup.Options.MaxItems is not null && pipeline.IsDone && i == page.Items.Count - 1)
                    reporting!.ReportProgress();
                yield return page.Items[i];
            }
        }
    }

    /// <summary>Returns the number of items. A source that counts does so in one request; otherwise each page is read.</summary>
    public async ValueTask<long> CountAsync(CancellationToken cancellationToken)
    {
        // A source counts a whole listing, and not what follows a place in it.
        if (!setup.Plan.IsCountedBySource || !memory.Position.IsStart)
        {
            await foreach (var _ in PagesAsync(cancellationToken).ConfigureAwait(false)) { }
            return Returned;
        }
        cancellationToken.ThrowIfCancellationRequested();
        using var timing = time = new(setup.Settings.RunTimeout, setup.Environment.Clock, cancellationToken);
        using var reports = reporting = new(setup, counts, memory);
        await using (fetching.ConfigureAwait(false))
        {
            await Guarded(fetching.StartAsync(reporting.Trace, memory.Position, time)).ConfigureAwait(false);
            reporting.CountReturned((long)(await Guarded(CountBySourceAsync()).ConfigureAwait(false))!);
        }
        memory.EndCount();
        reporting.ReportProgress();
        return Returned;
    }

    private async ValueTask<object?> CountBySourceAsync() => await fetching.Requests.CountAsync().ConfigureAwait(false);

    private async ValueTask<RunPage<T>?> NextPageAsync()
    {
        pipeline.Stop?.Throw();
        if (!memory.Position.IsAtEnd)
            time!.ThrowIfUp();
        using var whole = await fetching.Walk.NextAsync().ConfigureAwait(false);
        if (whole is null)
            return null;
        reporting!.CountRead(whole.Read, whole.Bytes);
        var (page, completed) = (memory.Position.Unexamined(whole), pipeline.Completed);
        var end = await pipeline.PushAsync(page).ConfigureAwait(false);
        memory.Advance(fetching.Walk, page, end, pipeline.IsDone);
        fetching.RecordPassRate(end, pipeline.Completed - completed);
        reporting.CountReturned(pipeline.Returned);
        return new(pipeline.TakeItems(), page);
    }

    private async ValueTask<RunPage<T>?> EndAsync()
    {
        await pipeline.CompleteAsync().ConfigureAwait(false);
        memory.Complete();
        reporting!.CountReturned(pipeline.Returned);
        return new(pipeline.TakeItems(), null);
    }

    /// <summary>Awaits a part of the run within its time, and reports its failure. A page whose requests are spent is short
    /// instead.</summary>
    private async ValueTask<TResult?> Guarded<TResult>(ValueTask<TResult?> work)
        where TResult : class
    {
        try
        {
            return await time!.Of(work).ConfigureAwait(false);
        }
        catch (ProfilesBudgetException)
            when (setup.Options.IsPage && (budget.IsSpent || time!.IsUp) && memory.HasProgressed)
        {
            isPaused = true;
            return null;
        }
        catch (Exception failure)
        {
            reporting!.Fail(failure);
            throw;
        }
    }
}
