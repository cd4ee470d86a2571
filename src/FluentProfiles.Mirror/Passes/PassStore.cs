using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Passes;

/// <summary>What passes read and write in the database. Each write is one transaction with the checkpoint of the pass.</summary>
/// <param name="store">The database.</param>
/// <param name="lost">Is cancelled when the pass may not write any more.</param>
internal sealed class PassStore(MirrorStore store, CancellationToken lost)
{
    // Profiles may be listed a little later than they were created.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <summary>The stored rows that a page is compared with.</summary>
    public Task<List<StoredRow>> StoredAsync(PassState pass, PassPage page, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async (reader, token) =>
            {
                if (page.Rows.Count == 0 && !page.IsLast)
                    return [];
                // A pass over new profiles ends within the listing.
                var last = page.NextCursor is null ? (DateTimeOffset?)null : page.Rows[^1].CreatedAt;
                var stored = await reader
                    .RangeAsync(last, pass.Border.CreatedAt, pass.Statuses, token)
                    .ConfigureAwait(false);
                // Those of a first load are new but for a few, which the write finds.
                if (pass.IsFirst)
                    return stored;
                var absent = page.Rows.Select(row => row.Id).Except(stored.Select(row => row.Id)).ToList();
                return [.. stored, .. await reader.ByIdAsync(absent, token).ConfigureAwait(false)];
            },
            cancellationToken
        );

    /// <summary>The rows that a pass has not found so far.</summary>
    public Task<List<StoredRow>> MissingAsync(PassState pass, int most, CancellationToken cancellationToken) =>
        store.ReadAsync((reader, token) => reader.CandidatesAsync(pass.Kind, most, token), cancellationToken);

    /// <summary>The ids of some stored profiles.</summary>
    public Task<List<string>> SampleAsync(int count, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async (reader, token) =>
            {
                var scope = await reader.ScopeAsync(token).ConfigureAwait(false);
                return await reader.SampleAsync(count, scope.KeysGiven, token).ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <summary>Where a pass over new profiles ends: at profiles older than this. Null for other kinds.</summary>
    public async Task<DateTimeOffset?> EndOfNewAsync(PassState pass, CancellationToken cancellationToken) =>
        pass.Kind == MirrorPassKind.New
            ? (await store.ReadScopeAsync(cancellationToken).ConfigureAwait(false)).NewestAt - Overlap
            : null;

    /// <summary>Whether the rows were last read with another key than this, or with none.</summary>
    public async Task<bool> HasOtherKeyAsync(string print, CancellationToken cancellationToken) =>
        (await store.ReadScopeAsync(cancellationToken).ConfigureAwait(false)).KeyPrint != print;

    /// <summary>Writes how far a pass has come.</summary>
    public Task SaveAsync(PassState pass, CancellationToken cancellationToken) =>
        store.WriteAsync((writer, token) => SaveAsync(writer, pass, token), cancellationToken);

    /// <summary>Writes how far a pass has come that ends now, also where it was cancelled.</summary>
    public Task SaveAtEndAsync(PassState pass) => SaveAsync(pass, lost);

    /// <summary>Writes what a page changes, and how far the pass has come.</summary>
    public Task WriteAsync(PassState pass, PageComparison changes, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                List<StoredRow> overtaken = [];
                await writer.PutAsync([.. changes.Written], token, overtaken).ConfigureAwait(false);
                // The page may be the later state all the same. The request for the profile itself tells.
                await writer
                    .AddCandidatesAsync(pass.Kind, [.. changes.Missing, .. overtaken], token)
                    .ConfigureAwait(false);
                await SaveAsync(writer, pass, token).ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <summary>Writes what came of rows that were not listed.</summary>
    /// <param name="pass">How far the pass has come.</param>
    /// <param name="resolved">The rows.</param>
    /// <param name="changed">Those that the service has with another content.</param>
    /// <param name="gone">Those that it does not have.</param>
    /// <param name="answeredAt">A moment behind the answers.</param>
    /// <param name="cancellationToken">Cancels the transaction.</param>
    public Task ResolveAsync(
        PassState pass,
        IReadOnlyList<StoredRow> resolved,
        IReadOnlyList<ProfileRow> changed,
        IReadOnlyList<StoredRow> gone,
        DateTimeOffset answeredAt,
        CancellationToken cancellationToken
    ) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                await writer.PutAsync(changed, token).ConfigureAwait(false);
                await writer.RemoveAsync(gone, answeredAt, token).ConfigureAwait(false);
                await writer.RemoveCandidatesAsync(pass.Kind, resolved, token).ConfigureAwait(false);
                await SaveAsync(writer, pass, token).ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <summary>Writes that the rows are those of a key.</summary>
    public Task NoteKeyAsync(string print, CancellationToken cancellationToken) =>
        store.WriteAsync(
            (writer, _) =>
            {
                writer.Scope.KeyPrint = print;
                writer.SaveScope();
                return Task.CompletedTask;
            },
            cancellationToken
        );

    /// <exception cref="MirrorException">The pass is no longer the one of its kind: the mirror was reset, or another process has begun
    /// one.</exception>
    public static async Task ThrowIfGivenUpAsync(
        MirrorWriter writer,
        PassState pass,
        CancellationToken cancellationToken
    )
    {
        var current = await writer.Reader.PassAsync(pass.Kind, cancellationToken).ConfigureAwait(false);
        if (current is null || PassState.Read(current.State).Id != pass.Id)
            throw new MirrorException(
                $"The pass {pass.Id} was given up while it ran: the mirror was reset, or another pass was begun. What it had read is not written."
            );
    }

    /// <summary>Writes a checkpoint, whether or not there was one.</summary>
    public static Task PutAsync(MirrorWriter writer, PassState pass, CancellationToken cancellationToken) =>
        writer.SavePassAsync(
            new MirrorPass
            {
                Scope = writer.Scope.Id,
                Kind = pass.Kind,
                State = pass.Write(),
            },
            cancellationToken
        );

    private static async Task SaveAsync(MirrorWriter writer, PassState pass, CancellationToken cancellationToken)
    {
        await ThrowIfGivenUpAsync(writer, pass, cancellationToken).ConfigureAwait(false);
        await PutAsync(writer, pass, cancellationToken).ConfigureAwait(false);
    }
}
