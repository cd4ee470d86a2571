using FluentProfiles.Json;

namespace FluentProfiles.Execution;

/// <summary>Walks a listing from cursor to cursor: the one paging loop of the library. It ends at a page without a next cursor
/// and at nothing else.</summary>
/// <param name="fetch">Asks for the page of a cursor.</param>
/// <param name="start">The first cursor, or null for the first page.</param>
/// <param name="most">The most pages that the plan needs, or null.</param>
internal sealed class CursorWalk(Func<string?, CancellationToken, Task<Page>> fetch, string? start, int? most)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly SeenCursors seen = new(start);
    private readonly Queue<Task<Page?>> ahead = [];
    private string? cursor = start;
    private bool ended;
    private int asked;

    /// <summary>The cursor of the page last given; null for the first.</summary>
    public string? Current { get; private set; }

    /// <summary>The next page, or null at the end of the listing.</summary>
    public async ValueTask<Page?> NextAsync(CancellationToken cancellationToken)
    {
        if (ended)
            return null;
        Ahead(1, cancellationToken);
        if (ahead.Count == 0 || await ahead.Dequeue().ConfigureAwait(false) is not { } page)
            return null;
        Current = cursor;
        cursor = page.NextCursor;
        ended = cursor is null;
        if (!ended && !seen.Add(cursor!))
            throw new ProfilesProtocolException(
                "The service gave a cursor that it had given before: the listing would never end."
            )
            {
                RequestId = page.RequestId,
            };
        return page;
    }

    /// <summary>Sees to it that some pages are asked for, the current one not counted, as far as the plan needs them.</summary>
    public void Ahead(int pages, CancellationToken cancellationToken)
    {
        while (!ended && ahead.Count < pages && (most is null || asked < most))
        {
            asked++;
            ahead.Enqueue(FetchAsync(ahead.LastOrDefault(), cancellationToken));
        }
    }

    /// <summary>Ends what is under way, and waits for it: nothing goes on behind the caller's back.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        foreach (var task in ahead)
        {
            await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (task.IsCompletedSuccessfully)
                task.Result?.Dispose();
        }
        stop.Dispose();
    }

    private async Task<Page?> FetchAsync(Task<Page?>? previous, CancellationToken cancellationToken)
    {
        var from = cursor;
        if (previous is not null)
        {
            from = (await previous.ConfigureAwait(false))?.NextCursor;
            if (from is null)
                return null;
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stop.Token);
        try
        {
            return await fetch(from, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The caller's token, not the one that joins it with ours.
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
