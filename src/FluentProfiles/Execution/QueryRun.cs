using System.Runtime.CompilerServices;
using FluentProfiles.Http;
using FluentProfiles.Json;
using FluentProfiles.Model;
using FluentProfiles.Planning;
using FluentProfiles.Query;
using FluentProfiles.Query.Operators;
using FluentProfiles.Resume;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Execution;

/// <summary>One run of a query: walks the pages that the plan asks for and gives what the client's stages make of
/// them.</summary>
internal sealed class QueryRun<T>
{
    private readonly ClosedQuery query;
    private readonly QueryEnvironment environment;
    private readonly QueryPlan plan;
    private readonly QuerySettings settings;
    private readonly Pipeline<T> pipeline;
    private readonly PageReader reader;
    private readonly RunPosition position;
    private readonly RunResume resume;
    private readonly RequestBudget budget;
    private readonly RunCounts counts;
    private readonly int prefetchedPages;
    private readonly bool gathers;
    private readonly bool isOfTerminal;
    private readonly bool pauses;
    private readonly Lazy<string?> beginning;
    private readonly Func<UserProfile, bool>? recheck;
    private PageWalk? walk;
    private QueryTrace? trace;
    private RunReports? reports;
    private CancellationToken stop;
    private bool isComplete;
    private bool isPaused;
    private bool hasMovedOn;

    /// <param name="query">The query.</param>
    /// <param name="pageOf">For one page of so many items: the run stops after them, and its token goes on from there.</param>
    /// <param name="onlyCounts">For the number of items alone: pages come without any.</param>
    /// <param name="gathers">Whether the caller gets nothing before the end.</param>
    /// <param name="keepsPages">Whether so many items are all that a terminal takes: they say nothing of the pages behind a
    /// cursor.</param>
    /// <param name="rechecks">For a bulk write: a profile that <c>WithDetails</c> reads again must still meet the conditions
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
        plan = QueryPlanner.Plan(
            own.Of<T>(this.query),
            environment,
            // With a Take or Skip the order decides which profiles a bulk write changes, so it has to be checked.
            tracksPosition: pageOf is not null
                || settings.Resume is not null
                || (rechecks && Array.Exists(this.query.Operators, step => step is CountOperator))
        );
        var identity = new Lazy<QueryIdentity>(() => Salted(QueryFingerprint.Of(plan, environment.Address, own.Count)));
        beginning = new(() => BeginningToken.Of(this.query, environment));
        budget = new(settings.MaxRequests ?? environment.MaxRequests);
        budget.ThrowIfBelow(plan.MinRequests);
        counts = new(budget);
        var reads = ProfileReads.Of(plan);
        // A token within a page says which of its profiles were returned by their time of creation.
        if (settings.Resume is not null || (pageOf is not null && !keepsPages))
            reads = reads with { Required = reads.Required | ProfileSchema.CreatedAt.Mask };
        reader = new(reads);
        pipeline = new(
            Affordable(plan.Operators),
            plan.Needed,
            reads.FirstSteps,
            ReadDetailsAsync,
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
        recheck = rechecks ? this.query.Conditions(onlyBeforeDetails: true) : null;
        position = new(
            start,
            settings.Cursor,
            plan.Ids is null ? plan.DescendingByCreatedAt : null,
            plan.Ids is null ? ExaminedPart.MostIds : int.MaxValue
        );
        prefetchedPages = PrefetchedPages();
    }

    public QueryPlan Plan => plan;

    public QueryEnvironment Environment => environment;

    /// <summary>The conditions of the query as one.</summary>
    public Func<UserProfile, bool> Conditions => query.Conditions(onlyBeforeDetails: false);

    /// <summary>Where another run goes on; null at the end of the query.</summary>
    public string? Token => resume.Token(position, counts.Returned, pipeline.IsDone, isComplete);

    /// <summary>True when the token behind a page leads further than the one before it: a run from it repeats nothing for
    /// ever.</summary>
    public bool HasMovedOn(RunPage<T> page) => page.Items.Count > 0 || (!plan.BeginsAgain && position.HasMovedOn);

    /// <summary>Throws what code of the caller has thrown in the latest page, which is then not to be given in part.</summary>
    public void ThrowIfFaulted()
    {
        if (pipeline.Fault is not { } fault)
            return;
        trace!.Fail(fault.SourceException);
        fault.Throw();
    }

    /// <summary>How many items the run has given.</summary>
    public long Returned => counts.Returned;

    /// <summary>What each page gave, one request each, and at last what was held back.</summary>
    public async IAsyncEnumerable<RunPage<T>> PagesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        stop = cancellationToken;
        using var tracing = trace = new(environment, counts);
        using var reporting = reports = new(
            settings.Progress,
            environment.Watchers,
            plan,
            counts,
            () => Token,
            () => beginning.Value
        );
        using var place = gathers ? await EnterAsync(cancellationToken).ConfigureAwait(false) : null;
        NotePlace();
        walk = new PlannedWalk(plan, position, isOfTerminal, FetchAsync, cancellationToken).Open(reader);
        await using (walk.ConfigureAwait(false))
        {
            while (!plan.IsEmpty && !pipeline.IsDone)
            {
                if (await Traced(NextPageAsync()).ConfigureAwait(false) is not { } page)
                    break;
                yield return page;
                NotePlace();
                ThrowIfFaulted();
                reports.Report();
                cancellationToken.ThrowIfCancellationRequested();
            }
            if (!isPaused && await Traced(EndAsync()).ConfigureAwait(false) is { Items.Count: > 0 } heldBack)
                yield return heldBack;
            NotePlace();
            ThrowIfFaulted();
            if (!position.HasMoved || plan.BeginsAgain)
                reports.Report();
        }
        // Also of a cancellation that came while requests ended which were not needed any more.
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>The items one by one. The next page is asked for when the second item of the current one is.</summary>
    public async IAsyncEnumerable<T> ItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var page in PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            for (var i = 0; i < page.Items.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (i == 1 && !pipeline.IsDone)
                    walk!.Ahead(prefetchedPages);
                // A terminal takes it and is gone.
                if (isOfTerminal && pipeline.IsDone && i == page.Items.Count - 1)
                    reports!.Report();
                yield return page.Items[i];
            }
        }
    }

    /// <summary>True when a run from the token gives something that this one has not given.</summary>
    private bool HasProgressed => plan.BeginsAgain ? counts.Returned > 0 : hasMovedOn;

    /// <summary>Reads no more details at once than requests are allowed beside the page's own.</summary>
    private QueryOperator[] Affordable(IReadOnlyList<QueryOperator> operators) =>
        [
            .. operators.Select(step =>
                step is DetailsOperator details ? details.AtMost((budget.Most ?? int.MaxValue) - 1) : step
            ),
        ];

    /// <summary>Where a page may turn out to be the last one needed, none is asked for before that is known.</summary>
    private int PrefetchedPages()
    {
        var asked = settings.Prefetch ?? environment.Prefetch;
        return asked > 1 && plan.MayStopEarly ? 1 : asked;
    }

    private async ValueTask<RunPage<T>?> NextPageAsync()
    {
        pipeline.Stop?.Throw();
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

    private ValueTask<Page> FetchAsync(
        ListRequest listing,
        string? cursor,
        PageReader pages,
        CancellationToken cancellationToken
    )
    {
        if (plan.Ids is { } ids)
            return PointLookups.ReadAsync(ids, listing, ReadProfileAsync, cancellationToken);
        return environment.Scans is null || gathers
            ? ReadPageAsync(listing, cursor, pages, cancellationToken)
            : ReadInTurnAsync(listing, cursor, pages, cancellationToken);
    }

    private async ValueTask<Page> ReadInTurnAsync(
        ListRequest listing,
        string? cursor,
        PageReader pages,
        CancellationToken cancellationToken
    )
    {
        using var place = await EnterAsync(cancellationToken).ConfigureAwait(false);
        return await ReadPageAsync(listing, cursor, pages, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<Page> ReadPageAsync(
        ListRequest listing,
        string? cursor,
        PageReader pages,
        CancellationToken cancellationToken
    )
    {
        budget.Reserve();
        trace!.Enter();
        return environment.Pages.ReadPageAsync(listing, cursor, plan.Scope, pages, budget, cancellationToken);
    }

    /// <summary>Waits for a place among the runs that read listings; look-ups need none.</summary>
    private ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken) =>
        environment.Scans is { } scans && plan.Ids is null && !plan.IsEmpty
            ? scans.EnterAsync(cancellationToken)
            : default;

    /// <summary>A run that is gathered keeps its place to its end, and the caller's code may run other queries meanwhile.</summary>
    private void NotePlace()
    {
        if (gathers)
            environment.Scans?.NoteInside();
    }

    private Task<UserProfile?> ReadProfileAsync(string id, CancellationToken cancellationToken)
    {
        budget.Reserve();
        trace!.Enter();
        return environment.Pages.ReadProfileAsync(id, plan.Scope, reader, budget, cancellationToken);
    }

    private async Task<UserProfile?> ReadDetailsAsync(UserProfile profile)
    {
        var details = await ReadProfileAsync(profile.Id, stop).ConfigureAwait(false);
        return details is null || recheck is null || recheck(details) ? details : null;
    }

    private QueryIdentity Salted(QueryIdentity identity) =>
        settings.Resume?.Salt is { } salt ? identity with { Salt = salt } : identity;

    /// <summary>Whatever goes wrong within a run says where to go on.</summary>
    private async ValueTask<RunPage<T>?> Traced(ValueTask<RunPage<T>?> work)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (ProfilesBudgetException) when (pauses && budget.IsSpent && HasProgressed)
        {
            isPaused = true;
            return null;
        }
        catch (Exception failure)
        {
            trace!.Fail(failure);
            if (failure is ProfilesException ours)
                ours.ResumeToken ??= gathers ? beginning.Value : Token;
            throw;
        }
    }
}
