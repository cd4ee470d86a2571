using FluentProfiles.Json.Pages;

namespace FluentProfiles.Running.Paging.OneEnd;

/// <summary>Walks a listing from cursor to cursor: the one paging loop of the library. It ends at a page without a next cursor
/// and at nothing else.</summary>
/// <param name="pages">Requests the pages.</param>
/// <param name="check">Checks the pages, in order; null for a source that needs no check.</param>
/// <param name="start">The first cursor, or null for the first page.</param>
/// <param name="most">The most pages that the plan needs if each is full, or null: no more are read ahead. One that is needed
/// nevertheless, because a page was short, is read when its turn comes.</param>
/// <param name="cancellationToken">Ends the wait.</param>
internal sealed class CursorWalk(
    IPageFetcher pages,
    ListingCheck? check,
    string? start,
    int? most,
    CancellationToken cancellationToken
) : PageWalk
{
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private readonly SeenCursors seen = new(start);
    private readonly Queue<Task<Page?>> ahead = [];
    private Task<Page?>? latest;
    private string? current;
    private string? cursor = start;
    private bool ended;
    private int requested;

    public override string? Current => current;

    public override string? Following => cursor;

    public override bool IsAtEnd => ended;

    /// <summary>How many pages were given.</summary>
    public int Returned { get; private set; }

    /// <summary>The page that comes next, requested for if it was not; null where none does.</summary>
    public Task<Page?>? Pending
    {
        get
        {
            if (ahead.Count == 0 && !ended)
                RequestNext();
            return ahead.TryPeek(out var next) ? next : null;
        }
    }

    public override async ValueTask<Page?> NextAsync()
    {
        if (Pending is not { } next)
            return null;
        _ = ahead.Dequeue();
        if (await next.ConfigureAwait(false) is not { } read)
            return null;
        var page = Checked(read);
        Returned++;
        current = cursor;
        cursor = page.NextCursor;
        ended = cursor is null;
        return ended || seen.Add(cursor!) ? page : throw Repeated(page);
    }

    public override void Prefetch(int pages)
    {
        while (!ended && ahead.Count < pages && (most is null || requested < most))
            RequestNext();
    }

    public override async ValueTask DisposeAsync()
    {
        // A cancelled caller's token cancels this one, before Cancel returns to the caller. Cancelled here as well, its callbacks
        // would run later on the thread pool, and a request could still be written.
        if (!cancellationToken.IsCancellationRequested)
            await stop.CancelAsync().ConfigureAwait(false);
        foreach (var task in ahead)
        {
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (task.IsCompletedSuccessfully)
                task.Result?.Dispose();
        }
        stop.Dispose();
    }

    private Page Checked(Page page)
    {
        try
        {
            return check is null ? page : check.Checked(page);
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    private void RequestNext()
    {
        requested++;
        latest = FetchAsync(ahead.Count == 0 ? null : latest);
        ahead.Enqueue(latest);
    }

    private static ProfilesProtocolException Repeated(Page page)
    {
        using (page)
            return new("The service returned a cursor for the second time, so the listing would never end.")
            {
                RequestId = page.RequestId,
            };
    }

    private async Task<Page?> FetchAsync(Task<Page?>? previous)
    {
        var from = cursor;
        if (previous is not null)
        {
            // Its failure reaches the caller when that page is next. Thrown here too, the exception would gain a stack
            // trace with each page requested after it.
            await ((Task)previous).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            from = previous.IsCompletedSuccessfully ? previous.Result?.NextCursor : null;
            if (from is null)
                return null;
        }
        try
        {
            return await pages.FetchAsync(from, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The caller's token, not the one that joins it with ours.
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
