using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Running.Paging;
using FluentProfiles.Running.Paging.OneEnd;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Runs a pass from where it is to its end. Each page is compared with the stored rows, and what it changes is written
/// together with the place where the next one starts. So a pass goes on exactly there when its process has ended at any
/// moment.</summary>
/// <param name="service">The requests of the pass.</param>
/// <param name="store">The database.</param>
/// <param name="guard">The limits.</param>
/// <param name="start">How far the pass had come.</param>
/// <param name="report">Takes what the pass has done so far.</param>
internal sealed class PassRun(
    PassService service,
    PassStore store,
    PassGuard guard,
    PassState start,
    Action<PassState> report
)
{
    // Each commit waits for the disk, so pages without a change are noted together.
    private const int UnsavedPages = 50;

    private readonly KnownProfiles known = new(service, store);
    private readonly string? startCursor = start.Cursor;
    private readonly long requestsBefore = start.Counts.Requests;
    private PassState state = start;
    private int unsaved;

    /// <summary>True when the pass has come further than where it started.</summary>
    public bool HasMovedOn => state.Cursor != startCursor || state.HasListedAll;

    /// <returns>What the pass has done.</returns>
    /// <exception cref="MirrorStoppedException">The pass would change more than it may.</exception>
    /// <exception cref="ProfilesException">The service has failed. What was done is kept.</exception>
    public async Task<PassState> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await StopIfOtherKeyAsync(cancellationToken).ConfigureAwait(false);
            if (!state.HasListedAll)
                await ListAsync(cancellationToken).ConfigureAwait(false);
            await new MissingProfiles(service, store, StopIfOtherKeyAsync)
                .ReadAsync(state, Note, cancellationToken)
                .ConfigureAwait(false);
            return state;
        }
        catch (Exception) when (unsaved > 0)
        {
            await SaveQuietlyAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        var end = await store.EndOfNewAsync(state, cancellationToken).ConfigureAwait(false);
        var pages = service.PagesOf(state.Kind);
        var walk = new CursorWalk(pages, new ListingCheck(pages.Request), state.Cursor, most: null, cancellationToken);
        await using var _ = walk.ConfigureAwait(false);
        while (!state.HasListedAll && await walk.NextAsync().ConfigureAwait(false) is { } page)
        {
            var (rows, requestedAt) = pages.RowsOf(page);
            // The service works while the database does. A pass over new profiles seldom needs a second page.
            if (state.Kind != MirrorPassKind.New)
                walk.Prefetch(1);
            var isLast = walk.IsAtEnd || (rows.Count > 0 && rows[^1].CreatedAt < end);
            await TakeAsync(new(rows, walk.Following, requestedAt, isLast), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(PassPage page, CancellationToken cancellationToken)
    {
        List<StoredRow> listed = [];
        var stored = await store.StoredAsync(state, page, listed, cancellationToken).ConfigureAwait(false);
        while (stored.AreFollowed)
        {
            await TakeGapAsync(page, stored.Rows, cancellationToken).ConfigureAwait(false);
            listed.AddRange(stored.Rows.Where(row => page.Ids.Contains(row.Id)));
            stored = await store.StoredAsync(state, page, listed, cancellationToken).ConfigureAwait(false);
        }
        // A key that lists a stored profile is that of the mirror.
        if (state.Kind == MirrorPassKind.New && stored.Rows.Count > 0)
            state = state with { HasFoundKnown = true };
        var compared = PageComparison.Of(state.Border, page, stored.Rows);
        var changes = await store.WithoutErasedAsync(compared, cancellationToken).ConfigureAwait(false);
        var listsKnown = stored.Rows.Any(row => page.Ids.Contains(row.Id));
        var again = state.Before?.CountAgain(changes.Changed, stored.Rows) ?? 0;
        await TakeAsync(changes with { ChangedAgain = again }, Behind(page), listsKnown, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Takes rows that the page has passed, before it is taken itself.</summary>
    private async Task TakeGapAsync(PassPage page, IReadOnlyList<StoredRow> rows, CancellationToken cancellationToken)
    {
        var gap = PageComparison.OfGap(state.Border, page, rows);
        var next = state with { Border = state.Border.Behind(rows[^1]) };
        // The pass stops here. Who decides how it goes on wants to know how large the gap is.
        if (gap.Missing.Count > guard.MostMissing(state) - state.Counts.Missing)
            gap = gap with
            {
                Uncompared = await store.CountPassedAsync(next, page, cancellationToken).ConfigureAwait(false),
            };
        await TakeAsync(gap, next, listsKnown: false, cancellationToken).ConfigureAwait(false);
    }

    private async Task TakeAsync(
        PageComparison changes,
        PassState behind,
        bool listsKnown,
        CancellationToken cancellationToken
    )
    {
        if (!changes.IsEmpty)
            await StopIfUnknownAsync(listsKnown, cancellationToken).ConfigureAwait(false);
        var next = behind with { HasFoundKnown = state.HasFoundKnown, Counts = With(behind.Counts, changes) };
        await StopIfAsync(guard.OfWrites(next) ?? guard.OfMissing(next), next.Counts.Missing).ConfigureAwait(false);
        var isNoted = !changes.IsEmpty || next.HasListedAll || unsaved + 1 == UnsavedPages;
        if (!changes.IsEmpty)
            await store.WriteAsync(next, changes, cancellationToken).ConfigureAwait(false);
        else if (isNoted)
            await store.SaveAsync(next, cancellationToken).ConfigureAwait(false);
        unsaved = isNoted ? 0 : unsaved + 1;
        Note(next);
    }

    private PassState Behind(PassPage page) =>
        state with
        {
            Cursor = page.NextCursor,
            Border = state.Border.Behind(page.Rows),
            HasListedAll = page.IsLast,
            NewestAt = state.NewestAt ?? NewestOf(page),
            Counts = state.Counts with { Read = state.Counts.Read + page.Rows.Count },
        };

    // Profiles that are created later are not older than this one. One of a time to come is that of a clock that was wrong.
    private DateTimeOffset? NewestOf(PassPage page) =>
        page.Rows.FirstOrDefault(row => row.CreatedAt <= state.BegunAt)?.CreatedAt;

    private PassCounts With(PassCounts counts, PageComparison changes) =>
        counts with
        {
            Requests = requestsBefore + service.Sent,
            Added = counts.Added + changes.Added.Count,
            Changed = counts.Changed + changes.Changed.Count,
            ChangedAgain = counts.ChangedAgain + changes.ChangedAgain,
            Missing = counts.Missing + changes.Missing.Count + changes.Uncompared,
        };

    /// <summary>Stops before a page is written that may be another organization's. A page that lists a stored profile is not, and the
    /// key of any other may have changed since the pass was started.</summary>
    private async Task StopIfUnknownAsync(bool listsKnown, CancellationToken cancellationToken)
    {
        if (!state.HasFoundKnown && !state.IsApproved)
        {
            await StopIfAsync(await known.OfPassAsync(state, cancellationToken).ConfigureAwait(false))
                .ConfigureAwait(false);
            state = state with { HasFoundKnown = true };
        }
        else if (!listsKnown)
            await StopIfOtherKeyAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task StopIfOtherKeyAsync(CancellationToken cancellationToken) =>
        await StopIfAsync(await known.OfOtherKeyAsync(state, cancellationToken).ConfigureAwait(false))
            .ConfigureAwait(false);

    private async Task StopIfAsync(MirrorStoppedException? stop, long held = 0)
    {
        if (stop is null)
            return;
        // Whatever cancels the pass now, it has stopped.
        var stopped = state with
        {
            Stop = stop.Reason,
            StoppedAt = service.Seen.Latest,
            Held = held,
        };
        await store.SaveAtEndAsync(stopped).ConfigureAwait(false);
        unsaved = 0;
        throw stop;
    }

    private void Note(PassState next)
    {
        state = next;
        report(next);
    }

    /// <summary>Notes the pages without a change, which need not be read again. It is the failure before that counts.</summary>
    private async Task SaveQuietlyAsync()
    {
        try
        {
            await store.SaveAtEndAsync(state).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The pages are read again.
        }
    }
}
