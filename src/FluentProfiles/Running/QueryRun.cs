using System.Runtime.CompilerServices;
using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Planning;
using FluentProfiles.Resume;
using FluentProfiles.Running.Paging;
using FluentProfiles.Running.Resuming;
using FluentProfiles.Sources;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Running;

/// <summary>One run of a query. It walks the pages that the plan asks for and returns the items that the client's stages make of
/// them.</summary>
internal sealed class QueryRun<T>
{
    private readonly ClosedQuery query;
    private readonly QueryEnvironment environment;
    private readonly ExecutionPlan plan;
    private readonly QuerySettings settings;
    private readonly Pipeline<T> pipeline;
    private readonly PageReader reader;
    private readonly RunPosition position;
    private readonly RunResume resume;
    private readonly RequestBudget budget;
    private readonly RunRequests requests;
    private readonly RunCounts counts;
    private readonly int prefetchedPages;
    private readonly bool gathers;
    private readonly bool isOfTerminal;
    private readonly bool pauses;
    private readonly Lazy<string?> beginning;
    private PageWalk? walk;
    private QueryTrace? trace;
    private RunTime? time;
    private RunReports? reports;
    private bool isComplete;
    private bool isPaused;
    private bool hasMovedOn;

    /// <param name="query">The query.</param>
    /// <param name="pageOf">The number of items after which the run stops, with a token that resumes behind them; null for all.</param>
    /// <param name="onlyCounts">True to count items without returning them.</param>
    /// <param name="gathers">True when the caller receives nothing before the end.</param>
    /// <param name="keepsPages">True when <paramref name="pageOf"/> is the number of items of a terminal such as <c>FirstAsync</c>. It then
    /// does not change the size of the pages behind a cursor.</param>
    /// <param name="rechecks">True for a bulk write: a profile that <c>WithDetails</c> reads again must still meet the conditions
    /// before it.</param>
    public QueryRun(
        QueryDefinition query,
        int? pageOf = null,
        bool onlyCounts = false,
        bool gathers = false,
        bool keepsPages = false,
        bool rechecks = false
    )
    {
        isOfTerminal = pageOf is not null;
        pauses = pageOf is not null && !keepsPages;
        this.gathers = gathers || onlyCounts || pageOf is not null;
        settings = query.Settings;
        environment = query.Source.Open();
        this.query = ClosedQuery.Of(query, environment.Clock);
        if (keepsPages && settings.Cursor is not null)
            this.query = this.query.WithPageSize(QueryPlanner.Plan(this.query, environment).PageSize);
        this.query = ResumedQuery.Of<T>(this.query, environment, pageOf);
        var start = this.query.Settings.Start;
        var own = new RunBounds(start?.Delivered ?? 0, pageOf);
        // With a Take or Skip the order decides which profiles a bulk write changes, so it has to be checked.
        var checksOrder = rechecks && Array.Exists(this.query.Operators, step => step is CountOperator);
        var tracksPosition = pageOf is not null || settings.Resume is not null || checksOrder;
        plan = QueryPlanner.Plan(own.Of<T>(this.query), environment, tracksPosition: tracksPosition);
        if (checksOrder && HidesOrder)
        {
            this.query = this.query.WithPageSize(2);
            plan = QueryPlanner.Plan(own.Of<T>(this.query), environment, tracksPosition: tracksPosition);
        }
        var identity = new Lazy<QueryIdentity>(() => Salted(QueryFingerprint.Of(plan, environment.Address, own.Count)));
        beginning = new(() => BeginningToken.Of(this.query, environment));
        budget = new(settings.MaxRequests ?? environment.MaxRequests, environment.Budget, plan.Tag);
        budget.ThrowIfBelow(plan.MinRequests);
        counts = new(budget);
        var reads = ReadsOf(plan, needsPositions: settings.Resume is not null || pauses);
        reader = new(reads);
        requests = new(
            plan,
            environment,
            budget,
            reader,
            keepsPlace: this.gathers,
            recheck: rechecks ? this.query.Conditions(onlyBeforeDetails: true) : null
        );
        pipeline = new(
            Affordable(plan.Operators),
            plan.Needed,
            reads.FirstSteps,
            requests.ReadDetailsAsync,
            onlyCounts,
            plan.TracksPosition
        );
        resume = new(
            identity,
            plan,
            start,
            start?.Cursor ?? settings.Cursor,
            own,
            pipeline.Countdowns,
            environment.Protector
        );
        resume.Restore();
        position = new(
            start,
            settings.Cursor,
            plan.Ids is null ? plan.Order : null,
            plan.Ids is null ? ExaminedPart.MostIds : int.MaxValue
        );
        prefetchedPages = PrefetchedPages();
    }

    public ExecutionPlan Plan => plan;

    public QueryEnvironment Environment => environment;

    /// <summary>The conditions of the query as one.</summary>
    public Func<UserProfile, bool> Conditions => query.Conditions(onlyBeforeDetails: false);

    /// <summary>The position from which another run resumes, or null when the run is complete.</summary>
    public string? Token => resume.Token(position, counts.Returned, pipeline.IsDone, isComplete);

    /// <summary>True when the token after a page leads further than the one before it, so that runs that resume one another
    /// end.</summary>
    public bool HasMovedOn(RunPage<T> page) => page.Items.Count > 0 || (!plan.BeginsAgain && position.HasMovedOn);

    /// <summary>Throws the exception of the caller's code in the latest page, for callers that must not return part of a
    /// page.</summary>
    public void ThrowIfFaulted()
    {
        if (pipeline.Fault is not { } fault)
            return;
        trace!.Fail(fault.SourceException);
        fault.Throw();
    }

    /// <summary>The number of items returned so far.</summary>
    public long Returned => counts.Returned;

    /// <summary>Returns the items of each page, one request each, and at the end those that were held back.</summary>
    public async IAsyncEnumerable<RunPage<T>> PagesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var timing = time = new(settings.RunTimeout, environment.Clock, cancellationToken);
        using var tracing = trace = new(environment.Watchers, environment.Clock, counts, plan.Tag);
        using var reporting = reports = new(
            settings.Progress,
            environment.Watchers,
            plan,
            counts,
            () => Token,
            () => beginning.Value
        );
        using var place = await Traced(requests.StartAsync(trace, time.Token)).ConfigureAwait(false);
        requests.NotePlace();
        walk = new PlannedWalk(plan, position, isOfTerminal, requests.FetchAsync, time.Token).Open(reader);
        await using (walk.ConfigureAwait(false))
        {
            while (!plan.IsEmpty && !pipeline.IsDone)
            {
                if (await Traced(NextPageAsync()).ConfigureAwait(false) is not { } page)
                    break;
                time.Pause();
                yield return page;
                time.Resume();
                requests.NotePlace();
                ThrowIfFaulted();
                reports.Report();
                cancellationToken.ThrowIfCancellationRequested();
            }
            if (!isPaused && await Traced(EndAsync()).ConfigureAwait(false) is { Items.Count: > 0 } heldBack)
            {
                time.Pause();
                yield return heldBack;
                time.Resume();
            }
            requests.NotePlace();
            ThrowIfFaulted();
            if (!position.HasMoved || plan.BeginsAgain)
                reports.Report();
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
                    walk!.Ahead(prefetchedPages);
                // A terminal stops after its last item, so nothing behind the yield would run.
                if (isOfTerminal && pipeline.IsDone && i == page.Items.Count - 1)
                    reports!.Report();
                yield return page.Items[i];
            }
        }
    }

    /// <summary>True where pages would have one profile each, which can't show that the service took the order:
    /// <c>OrderBy(CreatedAt).Take(1)</c>. A page size that was chosen stays.</summary>
    private bool HidesOrder =>
        plan is { PageSize: 1, Ids: null }
        && plan.Order is { Key.HasPositions: true }
        && query.Settings is { PageSize: null, Cursor: null, Start: null };

    /// <summary>True when a run from the token returns items that this one has not returned.</summary>
    private bool HasProgressed => plan.BeginsAgain ? counts.Returned > 0 : hasMovedOn;

    /// <summary>Limits concurrent details to the requests that the budget allows beside the page's own.</summary>
    private QueryOperator[] Affordable(IReadOnlyList<QueryOperator> operators) =>
        [
            .. operators.Select(step =>
                step is DetailsOperator details ? details.AtMost((budget.Most ?? int.MaxValue) - 1) : step
            ),
        ];

    /// <summary>At most one page ahead when any page may turn out to be the last one needed.</summary>
    private int PrefetchedPages()
    {
        var asked = settings.Prefetch ?? environment.Prefetch;
        return asked > 1 && plan.MayStopEarly ? 1 : asked;
    }

    private async ValueTask<RunPage<T>?> NextPageAsync()
    {
        pipeline.Stop?.Throw();
        if (!position.IsAtEnd)
            time!.ThrowIfUp();
        using var whole = await walk!.NextAsync().ConfigureAwait(false);
        if (whole is null)
            return null;
        counts.Read += whole.Read;
        counts.Bytes += whole.Bytes;
        var (page, completed) = (position.Unexamined(whole), pipeline.Completed);
        var end = await pipeline.PushAsync(page).ConfigureAwait(false);
        position.Advance(walk, page, end);
        hasMovedOn |= position.HasMovedOn;
        reader.Note(end, pipeline.Completed - completed);
        counts.Returned = pipeline.Returned;
        trace!.Count();
        return new(pipeline.TakeItems(), page);
    }

    private async ValueTask<RunPage<T>?> EndAsync()
    {
        await pipeline.CompleteAsync().ConfigureAwait(false);
        isComplete = true;
        counts.Returned = pipeline.Returned;
        return new(pipeline.TakeItems(), null);
    }

    // A token within a page identifies the profiles that were returned by their positions in the order.
    private static ProfileReads ReadsOf(ExecutionPlan plan, bool needsPositions)
    {
        var reads = ProfileReads.Of(plan);
        return needsPositions ? reads with { Required = reads.Required | plan.PositionMask } : reads;
    }

    private QueryIdentity Salted(QueryIdentity identity) =>
        settings.Resume?.Salt is { } salt ? identity with { Salt = salt } : identity;

    /// <summary>Adds the token to resume from, and the tag, to every exception of the library.</summary>
    private async ValueTask<TResult?> Traced<TResult>(ValueTask<TResult?> work)
        where TResult : class
    {
        try
        {
            return await time!.Of(work).ConfigureAwait(false);
        }
        catch (ProfilesBudgetException) when (pauses && (budget.IsSpent || time!.IsUp) && HasProgressed)
        {
            isPaused = true;
            return null;
        }
        catch (Exception failure)
        {
            trace!.Fail(failure);
            if (failure is ProfilesException ours)
            {
                ours.NoteResumeToken(() => gathers ? beginning.Value : Token);
                ours.NoteTag(plan.Tag);
            }
            throw;
        }
    }
}
