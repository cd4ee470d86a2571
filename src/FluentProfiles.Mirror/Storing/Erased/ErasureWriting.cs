using System.Security.Cryptography;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Storing.Erased;

/// <summary>Erases profiles, and knows which ones were erased, within a transaction.</summary>
/// <param name="session">The connection, in a transaction.</param>
/// <param name="scope">The locked row of the scope. The caller saves it.</param>
internal sealed class ErasureWriting(MirrorSession session, MirrorScope scope)
{
    private readonly MirrorTables tables = session.Tables;

    /// <summary>Those of some profiles that were erased. Sends nothing where no profile was.</summary>
    public Task<IReadOnlySet<string>> AmongAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    ) => ErasedProfiles.AmongAsync(session, scope, ids, cancellationToken);

    /// <summary>Adds the keys of a ledger to those that are known.</summary>
    public void AddKeys(byte[] keys)
    {
        var known = ErasureHash.KeysOf(scope);
        byte[][] all = [.. known, .. keys.Chunk(ErasureHash.KeyLength).Where(key => !known.Any(key.SequenceEqual))];
        scope.ErasureKeys = all.Length == 0 ? null : [.. all.SelectMany(key => key)];
    }

    /// <summary>Notes that profiles were erased, by their hashes. Those that are noted keep their time.</summary>
    public async Task NoteAsync(IReadOnlyList<MirrorErasure> erasures, CancellationToken cancellationToken)
    {
        var table = tables.Erasures;
        var insert = await session
            .StatementAsync(SqlText.InsertIfAbsent(table, table.Columns), table.Columns, cancellationToken)
            .ConfigureAwait(false);
        foreach (var erasure in erasures)
        {
            insert.SetFrom(erasure);
            await insert.WriteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes that profiles were erased, with a key of the scope.</summary>
    public Task NoteAsync(IReadOnlyList<string> ids, DateTimeOffset at, CancellationToken cancellationToken)
    {
        scope.ErasureKeys ??= RandomNumberGenerator.GetBytes(ErasureHash.KeyLength);
        var key = ErasureHash.KeysOf(scope)[0];
        return NoteAsync(
            [
                .. ids.Select(id => new MirrorErasure
                {
                    Scope = scope.Id,
                    Hash = ErasureHash.Of(id, key),
                    At = at,
                }),
            ],
            cancellationToken
        );
    }

    /// <summary>Deletes every row that names one of some profiles, or that has its content.</summary>
    /// <returns>How many of the profiles were stored.</returns>
    public async Task<int> DeleteAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var stored = 0;
        foreach (var id in ids)
        {
            if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } row)
                continue;
            await DeleteRowAsync(row.Key, row.Reference, cancellationToken).ConfigureAwait(false);
            scope.Rows--;
            // A position without an entry tells who keeps profiles in memory that one is gone, but not which.
            scope.ChangesGiven++;
            stored++;
        }
        await DeleteNamedAsync(ids, cancellationToken).ConfigureAwait(false);
        return stored;
    }

    /// <summary>Deletes every row that names one of some profiles, but for the profiles themselves.</summary>
    public async Task DeleteNamedAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var table in (MirrorTable[])[tables.Changes, tables.Events, tables.PendingReads, tables.Removals])
        {
            var (ofScope, profile) = (table[nameof(MirrorChange.Scope)], table[nameof(MirrorChange.Profile)]);
            var delete = await session
                .ListStatementAsync(
                    $"{SqlText.Delete(table, ofScope)} AND {profile.Name} {session.AnyValue(1)}",
                    [(ofScope, scope.Id)],
                    (profile, ids),
                    cancellationToken
                )
                .ConfigureAwait(false);
            await delete.WriteAsync(cancellationToken).ConfigureAwait(false);
        }
        // The message of a failure may name the profile.
        if (scope.LastError is { } error && ids.Any(id => error.Contains(id, StringComparison.Ordinal)))
            scope.LastError = "The message named a profile that was erased since.";
    }

    /// <summary>Forgets that a profile was erased, so that it may be stored again.</summary>
    /// <returns>True where it was erased.</returns>
    public async Task<bool> LiftAsync(string id, CancellationToken cancellationToken)
    {
        var lifted = 0;
        foreach (var key in ErasureHash.KeysOf(scope))
            lifted += await DeleteByAsync(
                    tables.Erasures,
                    nameof(MirrorErasure.Hash),
                    ErasureHash.Of(id, key),
                    cancellationToken
                )
                .ConfigureAwait(false);
        return lifted > 0;
    }

    private async Task DeleteRowAsync(long key, string? reference, CancellationToken cancellationToken)
    {
        MirrorColumn[] columns =
        [
            tables.Metadata[nameof(MirroredMetadata.Profile)],
            tables.Candidates[nameof(MirrorCandidate.Profile)],
            tables.Profiles.Keys[0],
        ];
        MirrorTable[] of = [tables.Metadata, tables.Candidates, tables.Profiles];
        foreach (var (table, column) in of.Zip(columns))
            await session.DeleteAsync(table, [column], [key], cancellationToken).ConfigureAwait(false);
        if (reference is not null)
            await DeleteByAsync(tables.Claims, nameof(MirrorClaim.Reference), reference, cancellationToken)
                .ConfigureAwait(false);
    }

    private async Task<(long Key, string? Reference)?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var profiles = tables.Profiles;
        var (key, reference) = (profiles.Keys[0], profiles[nameof(MirroredProfile.ReferenceId)]);
        MirrorColumn[] by = [profiles[nameof(MirroredProfile.Scope)], profiles[nameof(MirroredProfile.Id)]];
        var select = await session
            .StatementAsync(SqlText.Select(profiles, [key, reference], SqlText.Where(by)), by, cancellationToken)
            .ConfigureAwait(false);
        select.SetAll(scope.Id, id);
        var found = await select
            .ReadAsync(row => (row.GetInt64(0), (string?)reference.FromDatabase(row.GetValue(1))), cancellationToken)
            .ConfigureAwait(false);
        return found is [var only] ? only : null;
    }

    private Task<int> DeleteByAsync(
        MirrorTable table,
        string column,
        string value,
        CancellationToken cancellationToken
    ) =>
        session.DeleteAsync(
            table,
            [table[nameof(MirrorChange.Scope)], table[column]],
            [scope.Id, value],
            cancellationToken
        );
}
