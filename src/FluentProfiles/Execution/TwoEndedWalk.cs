using FluentProfiles.Json;

namespace FluentProfiles.Execution;

/// <summary>Walks a listing by the time of creation from both ends at once, until they meet. A profile that both have read is
/// given once.</summary>
/// <param name="near">Walks in the query's order.</param>
/// <param name="far">Walks the other way.</param>
/// <param name="descending">The direction of the query's order.</param>
/// <param name="hold">Keeps what the far side reads until its turn comes; null where any order will do.</param>
/// <param name="start">Where an earlier run stopped, or null.</param>
internal sealed class TwoEndedWalk(CursorWalk near, CursorWalk far, bool descending, FarHold? hold, FarEnd? start)
    : PageWalk
{
    private ScanEdge nearEdge = start?.NearEdge ?? ScanEdge.None;
    private ScanEdge farEdge = start?.FarEdge ?? ScanEdge.None;

    public override string? Current => near.Current;

    public override string? Following => near.Following;

    public override bool IsAtEnd => HaveMet && hold is not { IsEmpty: false };

    public override bool MayHold => hold is not null;

    public override bool IsHolding => HaveMet && MayHold;

    /// <summary>What is held was not given yet, so another run does not rely on it.</summary>
    public override FarEnd? Far =>
        hold is null ? new(far.Following, nearEdge, farEdge)
        : start is null ? null
        : start with { NearEdge = nearEdge };

    private bool HaveMet => near.IsAtEnd || far.IsAtEnd || nearEdge.HasPassed(farEdge, descending);

    public override async ValueTask<Page?> NextAsync()
    {
        while (!HaveMet)
        {
            // Together they read no more than the listing has: the far side never gets ahead of the near one.
            var both = far.Given <= near.Given ? far.Pending : null;
            if (both is null || (await Task.WhenAny(near.Pending!, both).ConfigureAwait(false)) == near.Pending)
                return await NearAsync().ConfigureAwait(false);
            var page = await FarAsync().ConfigureAwait(false);
            if (hold is null)
                return page;
            await hold.AddAsync(page).ConfigureAwait(false);
        }
        return hold?.TakeLast();
    }

    public override void Ahead(int pages)
    {
        if (HaveMet)
            return;
        near.Ahead(pages);
        if (far.Given <= near.Given)
            far.Ahead(pages);
    }

    public override async ValueTask DisposeAsync()
    {
        await near.DisposeAsync().ConfigureAwait(false);
        await far.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<Page> NearAsync()
    {
        var page = (await near.NextAsync().ConfigureAwait(false))!;
        var edge = nearEdge;
        nearEdge = edge.After(page.Profiles);
        return Page.Without(page, profile => farEdge.Covers(profile, !descending));
    }

    private async ValueTask<Page> FarAsync()
    {
        var page = (await far.NextAsync().ConfigureAwait(false))!;
        farEdge = farEdge.After(page.Profiles);
        return Page.Without(page, profile => nearEdge.Covers(profile, descending));
    }
}
