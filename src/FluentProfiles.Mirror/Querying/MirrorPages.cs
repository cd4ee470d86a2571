using FluentProfiles.Json.Pages;
using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Querying.Sql;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Resume;
using FluentProfiles.Sources;

namespace FluentProfiles.Mirror.Querying;

/// <summary>Reads the pages of one run from the mirror, each from behind the last profile of the page before.</summary>
/// <param name="store">The scope.</param>
/// <param name="contexts">Creates the contexts to read with.</param>
/// <param name="gate">Which state of the mirror the query takes.</param>
/// <param name="clock">The time.</param>
internal sealed class MirrorPages(MirrorStore store, MirrorContexts contexts, MirrorGate gate, TimeProvider clock)
    : IProfileSource
{
    private readonly MemberCheck members = new(store.Members);

    // The state may change between two pages, but not so that the first one would have been refused.
    private bool hasPassed = gate.IsOpen;
    private MirrorShape? shape;
    private SortedKeys? sorted;
    private string? following;

    public SourceCapabilities Capabilities { get; } = new MirrorCapabilities(new(store.Members));

    public RequestText Explain(ListRequest? listing, bool redact)
    {
        members.ThrowIfLeftOut(listing!);
        using var context = contexts.Create();
        Providers.ThrowIfOther(context);
        return StatementText.Of(new MirrorShape(context).ListingOf(listing!, store.Number ?? 0), listing!, redact);
    }

    public async ValueTask<IUnreadPage> ReadPageAsync(
        ListRequest request,
        string? cursor,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        members.ThrowIfLeftOut(request);
        var rows = await RunAsync(
                (listing, commands, stop) =>
                    cursor is not null && cursor == following && !listing.Order.HasIndex
                        ? SortedRowsAsync(commands, listing, request, cursor, stop)
                        : RowsAsync(commands, listing, request, PlaceOf(cursor, listing.Order), stop),
                request,
                budget,
                cancellationToken
            )
            .ConfigureAwait(false);
        var page = PageOf(rows, request.Limit);
        following = page.NextCursor;
        return page;
    }

    public async ValueTask<long> CountAsync(
        ListRequest request,
        RequestBudget? budget,
        CancellationToken cancellationToken
    ) =>
        await RunAsync(
                (listing, commands, stop) => commands.NumberAsync(listing.Count(), stop),
                request,
                budget,
                cancellationToken
            )
            .ConfigureAwait(false);

    /// <summary>Never called: ids are conditions of a listing.</summary>
    public Task<IUnreadProfile?> ReadProfileAsync(
        string id,
        RequestBudget? budget,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    private Task<T> RunAsync<T>(
        Func<ListingSql, SqlCommands, CancellationToken, Task<T>> run,
        ListRequest request,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        budget?.Send(isRetry: false);
        return store.ReadInSessionAsync(ReadAsync, contexts, cancellationToken);

        async Task<T> ReadAsync(MirrorSession session, int scope, CancellationToken stop)
        {
            shape ??= new(session.Context);
            GateStatement? statement = hasPassed
                ? null
                : new(session, scope, (asOf, gaps) => ThrowIfClosed(request, asOf, gaps));
            SqlCommands commands = new(session, statement);
            return await run(shape.ListingOf(request, scope), commands, stop).ConfigureAwait(false);
        }
    }

    private void ThrowIfClosed(ListRequest request, DateTimeOffset? asOf, string? gaps)
    {
        gate.ThrowIfClosed(asOf, clock.GetUtcNow());
        if (!gate.AllowsPartial)
            MemberCheck.ThrowIfMissing(request, store.Gaps.Of(gaps));
        hasPassed = true;
    }

    private static Keyset? PlaceOf(string? cursor, SqlOrder order) =>
        cursor is null ? null : KeysetText.Read(cursor, order) ?? throw ResumeToken.Damaged();

    /// <summary>Reads a page that is not the first of its run, and one row more.</summary>
    private async Task<List<ListingRow>> SortedRowsAsync(
        SqlCommands commands,
        ListingSql listing,
        ListRequest request,
        string cursor,
        CancellationToken cancellationToken
    )
    {
        sorted ??= await SortedKeys
            .ReadAsync(commands, listing, PlaceOf(cursor, listing.Order)!, cancellationToken)
            .ConfigureAwait(false);
        return await sorted.NextAsync(commands, listing, request.Limit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one row more than the page has, which tells whether another page follows.</summary>
    private static async Task<List<ListingRow>> RowsAsync(
        SqlCommands commands,
        ListingSql listing,
        ListRequest request,
        Keyset? place,
        CancellationToken cancellationToken
    )
    {
        var wanted = request.Limit + 1;
        List<ListingRow> rows = new(wanted);
        if (place is null && request.Skip > 0)
        {
            await ReadAsync(listing.PageBehind(request.Skip, wanted)).ConfigureAwait(false);
            return rows;
        }
        listing = await commands.PlannedAsync(listing, cancellationToken).ConfigureAwait(false);
        await ReadAsync(listing.Page(place, wanted)).ConfigureAwait(false);
        if (rows.Count < wanted && listing.Order.IsNullable && place is not { Key: null })
            await ReadAsync(listing.Page(new(null, null), wanted - rows.Count)).ConfigureAwait(false);
        return rows;

        Task ReadAsync(SqlQuery query) => commands.ReadAsync(query, listing.Order.Kind, rows, cancellationToken);
    }

    private static RawPage PageOf(List<ListingRow> rows, int limit)
    {
        var next = rows.Count > limit ? KeysetText.Of(rows[limit - 1].Place) : null;
        return new([.. rows.Take(limit).Select(row => row.Json)], next, MirrorCapabilities.MirrorName)
        {
            CursorAfter = i => KeysetText.Of(rows[i].Place),
        };
    }
}
