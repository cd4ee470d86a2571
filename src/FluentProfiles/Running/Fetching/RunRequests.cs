using FluentProfiles.Json.Pages;
using FluentProfiles.Planning;
using FluentProfiles.Sources;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Running.Fetching;

/// <summary>Sends the requests of one run: pages of a listing, look-ups by id and details. Each is reserved in the budget first
/// and becomes a child of the run's span. Pages of a listing also wait for a place in the <see cref="ScanGate"/>.</summary>
/// <param name="setup">What the run does.</param>
/// <param name="budget">The budget.</param>
/// <param name="reader">Reads single profiles.</param>
internal sealed class RunRequests(RunSetup setup, RequestBudget budget, PageReader reader)
{
    private readonly QueryEnvironment environment = setup.Environment;
    private readonly ExecutionPlan plan = setup.Plan;

    // A run that returns items as they come has a place only while it reads a page, since its caller may take any time.
    private readonly bool keepsPlace = setup.Options.ReturnsNothingOnFailure;
    private QueryTrace? trace;

    /// <summary>True when each page waits for a place.</summary>
    public bool NeedsPlaceForPage => !keepsPlace && environment.Scans is not null;

    /// <summary>The time that the run may take. Its token cancels the requests of the run that belong to no page.</summary>
    public RunTime Time { get; private set; } = null!;

    /// <summary>Starts the run.</summary>
    /// <param name="runTrace">The run's span.</param>
    /// <param name="time">The time that it may take.</param>
    /// <returns>The place that the run keeps to its end; null for none.</returns>
    public ValueTask<IDisposable?> StartAsync(QueryTrace runTrace, RunTime time)
    {
        (trace, Time) = (runTrace, time);
        return keepsPlace ? EnterAsync(time.Token) : default;
    }

    /// <summary>Marks the caller's code, which may run other queries, as part of a run that has a place.</summary>
    public void MarkCallerInside()
    {
        if (keepsPlace)
            environment.Scans?.MarkInside();
    }

    public ValueTask<IUnreadPage> ReadPageAsync(
        ListRequest listing,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        budget.Reserve();
        trace!.Enter();
        return environment.Pages.ReadPageAsync(listing, cursor, budget, cancellationToken);
    }

    /// <summary>Returns the number of profiles of the plan's listing.</summary>
    public async ValueTask<long> CountAsync()
    {
        budget.Reserve();
        trace!.Enter();
        var count = await environment.Pages.CountAsync(plan.Listing, budget, Time.Token).ConfigureAwait(false);
        return Math.Max(0, count - plan.Listing.Skip);
    }

    /// <returns>Null where there is no profile of that id.</returns>
    public async Task<UserProfile?> ReadProfileAsync(string id, CancellationToken cancellationToken)
    {
        budget.Reserve();
        trace!.Enter();
        var profile = await environment.Pages.ReadProfileAsync(id, budget, cancellationToken).ConfigureAwait(false);
        return profile?.ReadBy(reader, id);
    }

    /// <summary>Waits for a place.</summary>
    /// <returns>The place; null where none is needed.</returns>
    public ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken) =>
        environment.Scans is { } scans && plan.Ids is null && !plan.IsEmpty
            ? scans.EnterAsync(cancellationToken)
            : default;
}
