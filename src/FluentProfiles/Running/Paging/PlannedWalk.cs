using FluentProfiles.Json.Pages;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Planning;
using FluentProfiles.Running.Paging.OneEnd;
using FluentProfiles.Running.Paging.TwoEnds;
using FluentProfiles.Running.Resuming;
using FluentProfiles.Sources;

namespace FluentProfiles.Running.Paging;

/// <summary>Opens the walk of a plan.</summary>
/// <param name="plan">The plan.</param>
/// <param name="position">Where the run begins.</param>
/// <param name="isOfTerminal">True for a run of a few items, which does not read from the far end.</param>
/// <param name="fetch">Requests the page of a cursor.</param>
/// <param name="cancellationToken">Ends the wait.</param>
internal sealed class PlannedWalk(
    ExecutionPlan plan,
    RunPosition position,
    bool isOfTerminal,
    Func<ListRequest, string?, PageReader, CancellationToken, ValueTask<Page>> fetch,
    CancellationToken cancellationToken
)
{
    /// <param name="reader">The reader of the run.</param>
    public PageWalk Open(PageReader reader)
    {
        var near = Walk(plan.Listing, position.Cursor, reader);
        var start = position.Far;
        if (!plan.IsTwoEnded && start?.FarEdge is null)
            return near;
        var reads = !isOfTerminal && start?.IsDone != true;
        var hold = !reads || (plan.IsOrderFree && !plan.BeginsAgain) ? null : Hold(ref reader);
        var turned = plan.Listing.Turned();
        var far = new FarSide(Walk(turned, start?.Cursor, reader), turned.Order, start, reads);
        return new TwoEndedWalk(near, far, plan.Order, hold, start);
    }

    private CursorWalk Walk(ListRequest listing, string? cursor, PageReader reader) =>
        new(
            (next, stop) => fetch(listing, next, reader, stop),
            new ListingCheck(listing),
            cursor,
            plan.MaxPages,
            cancellationToken
        );

    // Held profiles outlive their page, so the far side has a reader of its own.
    private FarHold Hold(ref PageReader reader)
    {
        var conditions = plan
            .Operators.TakeWhile(step => step is WhereOperator<UserProfile> { OnlyLooks: true })
            .ToList();
        reader = new(ProfileReads.Held(plan, conditions));
        return new(
            new(conditions, null, conditions.Count, _ => Task.FromResult<UserProfile?>(null)),
            plan.Order.SortedBy
        );
    }
}
