using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Passes;

/// <summary>What passes read and write in the database. Each write is one transaction with the checkpoint of the pass.</summary>
/// <param name="store">The database.</param>
/// <param name="rowsAtOnce">How many stored rows a page is compared with at once.</param>
/// <param name="lost">Is cancelled when the pass may not write any more.</param>
internal sealed class PassStore(MirrorStore store, int rowsAtOnce, CancellationToken lost)
{
    // Profiles may be listed a little later than they were created.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <summary>The next stored rows that a page is compared with, newest first. They are few at a time, because the service may have
    /// deleted any number of profiles between two that it lists. The last ones come with the rows of the page's profiles, wherever
    /// these are. A pass over new profiles compares no others.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="page">The page.</param>
    /// <param name="listed">Rows of the page's profiles that were read so far.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    public Task<StoredRows> StoredAsync(
        PassState pass,
        PassPage page,
        IReadOnlyList<StoredRow> listed,
        CancellationToken cancellationToken
    ) =>
        store.ReadAsync(
            async (reader, token) =>
            {
                List<StoredRow> rows =
                    pass.Kind == MirrorPassKind.New || (page.Rows.Count == 0 && !page.IsLast)
                        ? []
                        : await reader.RangeAsync(RangeOf(pass, page), rowsAtOnce, token).ConfigureAwait(false);
                if (rows.Count == rowsAtOnce && page.HasPassed(rows[^1]))
                    return new StoredRows(rows, AreFollowed: true);
                rows = [.. rows.UnionBy(listed, row => row.Id)];
                // Those of a first load are new but for a few, which the write finds.
                if (!pass.IsFirst)
                {
                    var absent = page.Ids.Except(rows.Select(row => row.Id)).ToList();
                    rows.AddRange(await reader.ByIdAsync(absent, token).ConfigureAwait(false));
                }
                return new(rows, AreFollowed: false);
            },
            cancellationToken
        );

    /// <summary>How many stored rows, at least, a page has passed behind the border of the pass.</summary>
    public async Task<long> CountPassedAsync(PassState pass, PassPage page, CancellationToken cancellationToken)
    {
        var stored = await store
            .ReadAsync((reader, token) => reader.CountAsync(RangeOf(pass, page), token), cancellationToken)
            .ConfigureAwait(false);
        return Math.Max(0, stored - page.Rows.Count(row => row.CreatedAt <= pass.Border.CreatedAt));
    }

    private static RowRange RangeOf(PassState pass, PassPage page) =>
        new()
        {
            From = page.IsLast ? null : page.Rows[^1].CreatedAt,
            To = pass.Border.CreatedAt,
            BehindId = pass.Border.LastStored,
            Statuses = pass.Statuses,
        };

    /// <summary>What a page changes, without profiles that were erased. They are listed as long as the service has them.</summary>
    public async Task<PageComparison> WithoutErasedAsync(PageComparison changes, CancellationToken cancellationToken)
    {
        if (changes.Added.Count == 0)
            return changes;
        var erased = await store
            .ReadAsync(
                (reader, token) => reader.ErasedAsync([.. changes.Added.Select(row => row.Id)], token),
                cancellationToken
            )
            .ConfigureAwait(false);
        return erased.Count == 0
            ? changes
            : changes with
            {
                Added = [.. changes.Added.Where(row => !erased.Contains(row.Id))],
            };
    }

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
    public async Task<DateTimeOffset?> EndOfNewAsync(PassState pass, CancellationToken cancellationToken)
    {
        if (pass.Kind != MirrorPassKind.New)
            return null;
        var newest = (await store.ReadScopeAsync(cancellationToken).ConfigureAwait(false)).NewestAt;
        return EarlierTime.Before(newest > pass.BegunAt ? pass.BegunAt : newest, Overlap);
    }

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
                    .Candidates.AddAsync(pass.Kind, [.. changes.Missing, .. overtaken], token)
                    .ConfigureAwait(false);
                await SaveAsync(writer, pass, token).ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <summary>Writes what came of rows that were not listed. Those that were written since they were read are read again.</summary>
    /// <param name="pass">How far the pass has come.</param>
    /// <param name="resolved">The rows.</param>
    /// <param name="changed">Those that the service has with another content.</param>
    /// <param name="gone">Those that it does not have.</param>
    /// <param name="requestedAt">The moment of the readings.</param>
    /// <param name="cancellationToken">Cancels the transaction.</param>
    public Task ResolveAsync(
        PassState pass,
        IReadOnlyList<StoredRow> resolved,
        IReadOnlyList<ProfileRow> changed,
        IReadOnlyList<StoredRow> gone,
        DateTimeOffset requestedAt,
        CancellationToken cancellationToken
    ) =>
        store.WriteAsync(
            async (writer, token) =>
            {
                List<StoredRow> overtaken = [];
                await writer.PutAsync(changed, token, overtaken).ConfigureAwait(false);
                await writer.RemoveAsync(gone, requestedAt, token).ConfigureAwait(false);
                var again = overtaken.Concat(gone).Select(row => row.Key);
                await writer
                    .Candidates.RemoveAsync(pass.Kind, [.. resolved.ExceptBy(again, row => row.Key)], token)
                    .ConfigureAwait(false);
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

    /// <summary>Writes a checkpoint, whether or not there was one. It names no profile that was erased.</summary>
    public static async Task PutAsync(MirrorWriter writer, PassState pass, CancellationToken cancellationToken)
    {
        var erased = await writer.Erasures.AmongAsync(pass.Border.Named, cancellationToken).ConfigureAwait(false);
        await writer
            .SavePassAsync(
                new MirrorPass
                {
                    Scope = writer.Scope.Id,
                    Kind = pass.Kind,
                    State = pass.Without(erased).Write(),
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Writes the checkpoints of all passes that are under way without some profiles, which were erased in this scope or in
    /// another.</summary>
    public static async Task LeaveOutAsync(
        MirrorWriter writer,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        var erased = ids.ToHashSet();
        foreach (var kind in Enum.GetValues<MirrorPassKind>())
        {
            var found = await writer.Reader.PassAsync(kind, cancellationToken).ConfigureAwait(false);
            if (found is not null && PassState.Read(found.State) is var pass && pass.Border.Named.Any(erased.Contains))
                await PutAsync(writer, pass.Without(erased), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task SaveAsync(MirrorWriter writer, PassState pass, CancellationToken cancellationToken)
    {
        await ThrowIfGivenUpAsync(writer, pass, cancellationToken).ConfigureAwait(false);
        await PutAsync(writer, pass, cancellationToken).ConfigureAwait(false);
    }
}
