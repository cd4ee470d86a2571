using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Running.Paging;
using FluentProfiles.Running.Paging.OneEnd;

namespace FluentProfiles.Mirror.References;

/// <summary>Reads the newest profiles of the service while a user waits, and stores them: those that were created since the last pass
/// or the last look. It is no pass: it needs no lease, has no checkpoint, and removes nothing.</summary>
/// <param name="client">Sends the requests, before those of passes.</param>
/// <param name="store">The database.</param>
/// <param name="passes">The passes of the mirror.</param>
internal sealed class NewestLook(ProfilesClient client, MirrorStore store, MirrorPasses passes)
{
    // A profile may be listed a little later than a younger one.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    /// <param name="from">Reads the profiles that were created after this time at least; null for those since the last
    /// look.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="MirrorNotReadyException">No full pass is complete yet.</exception>
    /// <exception cref="ProfilesException">The service has failed, or its key belongs to another organization.</exception>
    public async Task<ListedReferences> RunAsync(DateTimeOffset? from, CancellationToken cancellationToken)
    {
        var (scope, begun) = await BeginAsync(cancellationToken).ConfigureAwait(false);
        PassService service = new(client.Service, store.Rows, store.Seen);
        KnownProfiles profiles = new(service, passes.Store);
        await profiles.ThrowIfOtherKeyAsync(cancellationToken).ConfigureAwait(false);
        var known = scope.KnownTo(begun);
        var end = EarlierTime.Before(from < known ? from : known, Overlap);
        ListedReferences listed = new(known, begun);
        var pages = service.PagesOf(MirrorPassKind.New);
        CursorWalk walk = new(pages, new ListingCheck(pages.Request), start: null, most: null, cancellationToken);
        await using var _ = walk.ConfigureAwait(false);
        while (await walk.NextAsync().ConfigureAwait(false) is { } page)
        {
            var (rows, _) = pages.RowsOf(page);
            // Profiles of another organization must not be stored, nor created there. The key may change at any time.
            await profiles.ThrowIfOtherKeyAsync(cancellationToken).ConfigureAwait(false);
            listed.Add(rows);
            var isLast = walk.IsAtEnd || (rows.Count > 0 && rows[^1].CreatedAt < end);
            await StoreAsync(rows, isLast ? listed.Newest : null, cancellationToken).ConfigureAwait(false);
            if (isLast)
                break;
        }
        return listed;
    }

    private async Task<(MirrorScope Scope, DateTimeOffset Begun)> BeginAsync(CancellationToken cancellationToken)
    {
        var read = await store
            .ReadAsync(
                async (reader, token) =>
                    (
                        Scope: await reader.ScopeAsync(token).ConfigureAwait(false),
                        Begun: await reader.NowAsync(token).ConfigureAwait(false)
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);
        store.Seen.Note(read.Scope.LastMoment);
        ReadyMirror.ThrowUnless(read.Scope.AsOf is not null);
        return read;
    }

    private Task StoreAsync(
        IReadOnlyList<ProfileRow> rows,
        DateTimeOffset? lookedTo,
        CancellationToken cancellationToken
    ) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                ReadyMirror.ThrowUnless(writer.Scope.AsOf is not null);
                await writer.PutAsync(rows, token).ConfigureAwait(false);
                var known = writer.Scope.LookedTo;
                // A time to come is that of a clock that was wrong.
                if (lookedTo is null || (known >= lookedTo && known <= writer.BegunAt))
                    return;
                writer.Scope.LookedTo = lookedTo;
                writer.SaveScope();
            },
            cancellationToken
        );
}
