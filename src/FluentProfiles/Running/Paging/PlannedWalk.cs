using FluentProfiles.Json.Pages;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Planning;
using FluentProfiles.Running.Fetching;
using FluentProfiles.Running.Paging.Lookups;
using FluentProfiles.Running.Paging.OneEnd;
using FluentProfiles.Running.Paging.TwoEnds;
using FluentProfiles.Running.Resuming;
using FluentProfiles.Running.Stages;
using FluentProfiles.Sources;

namespace FluentProfiles.Running.Paging;

/// <summary>Opens the walk of a plan.</summary>
/// <param name="setup">What the run does.</param>
/// <param name="stages">Creates the stages of the run.</param>
/// <param name="requests">The requests of the run.</param>
/// <param name="position">Where the run begins.</param>
internal sealed class PlannedWalk(RunSetup setup, StageFactory stages, RunRequests requests, RunPosition position)
{
    private readonly ExecutionPlan plan = setup.Plan;

    /// <param name="reader">The reader of the run.</param>
    public PageWalk Open(PageReader reader)
    {
        var near = Walk(plan.Listing, position.Cursor, reader);
        var start = position.Far;
        if (!plan.IsTwoEnded && start?.FarEdge is null)
            return near;
        // A run of a few items does not read from the far end.
        var reads = setup.Options.MaxItems is null && start?.IsDone != true;
        var hold = !reads || (plan.IsOrderFree && !plan.BeginsAgain) ? null : Hold(ref reader);
        var reversed = plan.Listing.Reversed();
        var far = new FarSide(Walk(reversed, start?.Cursor, reader), reversed.Order, start, reads);
        return new TwoEndedWalk(near, far, plan.Order, hold, start);
    }

    private CursorWalk Walk(ListRequest listing, string? cursor, PageReader reader) =>
        new(
            plan.Ids is { } ids
                ? new PointLookups(requests, ids, listing)
                : new ListingFetcher(requests, listing, reader),
            setup.Environment.Capabilities.IsRemote ? new ListingCheck(listing) : null,
            cursor,
            plan.MaxPages,
            requests.Time.Token
        );

    // Held profiles outlive their page, so the far side has a reader of its own.
    private FarBuffer Hold(ref PageReader reader)
    {
        var conditions = plan.Operators.TakeWhile(IsByNodes).ToList();
        reader = new(PlannedReads.Held(plan, conditions));
        return new(new(new(conditions, stages, conditions.Count, reader: null)), plan.Order.SortedBy);
    }

    private bool IsByNodes(QueryOperator step) =>
        step is WhereOperator<UserProfile> where && stages.Conditions.Of(where).IsByNodes;
}
