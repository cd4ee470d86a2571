using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;
using FluentProfiles.Planning;
using FluentProfiles.Running.Paging.Lookups;
using FluentProfiles.Sources;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Running;

/// <summary>Sends the requests of one run: pages of a listing, look-ups by id and details. Each is reserved in the budget first
/// and becomes a child of the run's span. Pages of a listing also wait for a place in the <see cref="ScanGate"/>.</summary>
/// <param name="plan">The plan.</param>
/// <param name="environment">Where the run reads.</param>
/// <param name="budget">The budget.</param>
/// <param name="reader">Reads single profiles.</param>
/// <param name="keepsPlace">True for a run that has one place from its start to its end, false for one that takes a place for
/// each page.</param>
/// <param name="recheck">The conditions that details must meet; null for none.</param>
internal sealed class RunRequests(
    ExecutionPlan plan,
    QueryEnvironment environment,
    RequestBudget budget,
    PageReader reader,
    bool keepsPlace,
    Func<UserProfile, bool>? recheck
)
{
    private QueryTrace? trace;
    private CancellationToken stop;

    /// <summary>Starts the run.</summary>
    /// <param name="runTrace">The run's span.</param>
    /// <param name="cancellationToken">Cancels the requests for details.</param>
    /// <returns>The place that the run keeps to its end; null for none.</returns>
    public ValueTask<IDisposable?> StartAsync(QueryTrace runTrace, CancellationToken cancellationToken)
    {
        (trace, stop) = (runTrace, cancellationToken);
        return keepsPlace ? EnterAsync(cancellationToken) : default;
    }

    /// <summary>Notes that the caller's code, which may run other queries, is part of a run that has a place.</summary>
    public void NotePlace()
    {
        if (keepsPlace)
            environment.Scans?.NoteInside();
    }

    /// <summary>Reads a page of a listing, or of the profiles that are looked up.</summary>
    public ValueTask<Page> FetchAsync(
        ListRequest listing,
        string? cursor,
        PageReader pages,
        CancellationToken cancellationToken
    )
    {
        if (plan.Ids is { } ids)
            return PointLookups.ReadAsync(ids, listing, ReadProfileAsync, cancellationToken);
        return environment.Scans is null || keepsPlace
            ? ReadPageAsync(listing, cursor, pages, cancellationToken)
            : ReadInTurnAsync(listing, cursor, pages, cancellationToken);
    }

    /// <summary>Reads a profile again. Returns null when it is gone, or no longer meets the conditions.</summary>
    public async Task<UserProfile?> ReadDetailsAsync(UserProfile profile)
    {
        var details = await ReadProfileAsync(profile.Id, stop).ConfigureAwait(false);
        return details is null || recheck is null || recheck(details) ? details : null;
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

    private Task<UserProfile?> ReadProfileAsync(string id, CancellationToken cancellationToken)
    {
        budget.Reserve();
        trace!.Enter();
        return environment.Pages.ReadProfileAsync(id, plan.Scope, reader, budget, cancellationToken);
    }

    private ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken) =>
        environment.Scans is { } scans && plan.Ids is null && !plan.IsEmpty
            ? scans.EnterAsync(cancellationToken)
            : default;
}
