using FluentProfiles.Json.Pages;
using FluentProfiles.Resume;
using FluentProfiles.Running.Paging.OneEnd;
using FluentProfiles.Sources;

namespace FluentProfiles.Running.Paging.TwoEnds;

/// <summary>Walks a listing whose order has positions from both ends at once until they meet. A profile that both have read is
/// returned once.</summary>
/// <param name="near">Walks in the query's order.</param>
/// <param name="far">Walks the other way.</param>
/// <param name="order">The query's order.</param>
/// <param name="hold">Holds the profiles of the far side until the near side has met it; null when any order will
/// do.</param>
/// <param name="start">Where an earlier run stopped, or null.</param>
internal sealed class TwoEndedWalk(CursorWalk near, FarSide far, ServiceOrder order, FarBuffer? hold, FarEnd? start)
    : PageWalk
{
    private long? nearEdge = start?.NearEdge;
    private bool isHeld;

    public override string? Current => near.Current;

    public override string? Following => near.Following;

    public override bool IsAtEnd => HaveMet && hold is not { IsEmpty: false };

    public override bool IsHolding => HaveMet && hold is not null;

    public override bool IsHeld => isHeld;

    /// <summary>Held profiles were not returned yet, so another run reads them again.</summary>
    public override FarEnd? Far =>
        hold is null
            ? new(far.Cursor, far.IsDone, nearEdge, far.Edge)
            : (start ?? FarEnd.None) with
            {
                NearEdge = nearEdge,
            };

    private bool HaveMet =>
        near.IsAtEnd
        || far.HasAll
        || (nearEdge is { } mine && far.Edge is { } theirs && (order.Descending ? mine <= theirs : mine >= theirs));

    public override async ValueTask<Page?> NextAsync()
    {
        while (!HaveMet)
        {
            // The far side never gets ahead of the near one, so that both together read the listing once.
            var both = far.Pending(near.Returned);
            var next = near.Pending!;
            if (both is null || (await Task.WhenAny(next, both).ConfigureAwait(false)) == next)
                return await NearAsync().ConfigureAwait(false);
            if (await far.NextAsync(nearEdge).ConfigureAwait(false) is not { } page)
                continue;
            if (hold is null)
                return page;
            await hold.AddAsync(page).ConfigureAwait(false);
        }
        return Held();
    }

    public override void Prefetch(int pages)
    {
        if (HaveMet)
            return;
        near.Prefetch(pages);
        far.Prefetch(pages, near.Returned);
    }

    public override async ValueTask DisposeAsync()
    {
        await near.DisposeAsync().ConfigureAwait(false);
        await far.DisposeAsync().ConfigureAwait(false);
    }

    private Page? Held()
    {
        isHeld = true;
        var page = hold?.TakeLast();
        if (page is { Profiles.Count: > 0 })
            nearEdge = order.SortedBy.PositionOf(page.Profiles[^1]);
        return page;
    }

    private async ValueTask<Page> NearAsync()
    {
        var page = (await near.NextAsync().ConfigureAwait(false))!;
        if (page.Profiles.Count > 0)
            nearEdge = order.SortedBy.PositionOf(page.Profiles[^1]);
        return Page.Without(page, far.Covers);
    }
}
