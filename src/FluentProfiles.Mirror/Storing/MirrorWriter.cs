using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Writes rows of one scope in one transaction. Not thread-safe.</summary>
internal sealed class MirrorWriter
{
    // Each scope has keys of its own, so that writers of two scopes do not wait for each other.
    private const int KeyBits = 40;

    private readonly MirrorSession session;
    private readonly MirrorTables tables;
    private readonly ProfileWriting profiles;
    private bool isScopeChanged;

    private MirrorWriter(MirrorSession session, MirrorScope scope)
    {
        this.session = session;
        tables = session.Tables;
        Scope = scope;
        Reader = new(session, scope.Id);
        profiles = new(session, scope.Id);
    }

    /// <summary>The row of the scope as the transaction sees it, which no other writer changes meanwhile. After a change call
    /// <see cref="SaveScope"/>.</summary>
    public MirrorScope Scope { get; }

    /// <summary>Reads within the transaction.</summary>
    public MirrorReader Reader { get; }

    public static async Task<MirrorWriter> BeginAsync(
        MirrorSession session,
        int scope,
        CancellationToken cancellationToken
    )
    {
        var table = session.Tables.Scopes;
        var found = await session
            .FindAsync<MirrorScope>(table, table.Keys, [scope], cancellationToken, locks: true)
            .ConfigureAwait(false);
        return new(session, found.Single());
    }

    /// <summary>Writes <see cref="Scope"/> when the transaction is committed.</summary>
    public void SaveScope() => isScopeChanged = true;

    /// <summary>Inserts profiles that are not stored, and replaces the rows of those that are stored with another content from an
    /// earlier request.</summary>
    public async Task<WriteCounts> PutAsync(IReadOnlyList<ProfileRow> rows, CancellationToken cancellationToken)
    {
        WriteCounts counts = default;
        foreach (var row in rows)
        {
            var key = ((long)Scope.Id << KeyBits) + Scope.KeysGiven + 1;
            if (await profiles.InsertAsync(key, row, cancellationToken).ConfigureAwait(false))
            {
                Scope.KeysGiven++;
                SaveScope();
                counts = counts with { Added = counts.Added + 1 };
            }
            else
                counts = await ReplaceAsync(row, counts, cancellationToken).ConfigureAwait(false);
        }
        return counts;
    }

    /// <summary>Removes profiles that the service no longer has, unless a later reading has stored one again.</summary>
    /// <param name="rows">The rows of the profiles.</param>
    /// <param name="requestedAt">When the requests were sent that did not find them.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    /// <returns>How many were removed.</returns>
    public async Task<int> RemoveAsync(
        IReadOnlyList<StoredRow> rows,
        DateTimeOffset requestedAt,
        CancellationToken cancellationToken
    )
    {
        var removed = 0;
        foreach (var row in rows)
        {
            if (await profiles.DeleteAsync(row.Key, requestedAt, cancellationToken).ConfigureAwait(false))
                removed++;
        }
        await RemoveCandidatesAsync([.. rows.Select(row => row.Key)], cancellationToken).ConfigureAwait(false);
        return removed;
    }

    public async Task AddCandidatesAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        var table = tables.Candidates;
        var insert = await session
            .StatementAsync(SqlText.InsertIfAbsent(table, table.Columns), table.Columns, cancellationToken)
            .ConfigureAwait(false);
        foreach (var key in keys)
        {
            insert.SetFrom(new MirrorCandidate { Profile = key, Scope = Scope.Id });
            await insert.WriteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task RemoveCandidatesAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            await session
                .DeleteAsync(tables.Candidates, tables.Candidates.Keys, [key], cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Removes all candidates of the scope.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> ClearCandidatesAsync(CancellationToken cancellationToken) =>
        session.DeleteAsync(
            tables.Candidates,
            [tables.Candidates[nameof(MirrorCandidate.Scope)]],
            [Scope.Id],
            cancellationToken
        );

    /// <summary>Writes the checkpoint of a pass.</summary>
    public Task SavePassAsync(MirrorPass pass, CancellationToken cancellationToken) =>
        session.PutAsync(tables.Passes, pass, cancellationToken);

    /// <summary>Removes the checkpoint of a pass.</summary>
    public Task EndPassAsync(MirrorPassKind kind, CancellationToken cancellationToken) =>
        session.DeleteAsync(
            tables.Passes,
            [tables.Passes[nameof(MirrorPass.Scope)], tables.Passes[nameof(MirrorPass.Kind)]],
            [Scope.Id, kind],
            cancellationToken
        );

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (isScopeChanged)
            await session.PutAsync(tables.Scopes, Scope, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<WriteCounts> ReplaceAsync(
        ProfileRow row,
        WriteCounts counts,
        CancellationToken cancellationToken
    )
    {
        var found = await Reader.ByIdAsync([row.Id], cancellationToken).ConfigureAwait(false);
        if (found is not [var stored])
            throw new MirrorException(
                "The mirror gave out a key that another row has, so the row of its scope is older than its profiles. Load the "
                    + "profiles anew: ResetAsync()."
            );
        if (row.IsSameAs(stored))
            return counts with { Unchanged = counts.Unchanged + 1 };
        if (Model.Columns.Microseconds.Floor(row.RequestedAt) < stored.RequestedAt)
            return counts with { Older = counts.Older + 1 };
        await profiles.UpdateAsync(stored.Key, row, cancellationToken).ConfigureAwait(false);
        return counts with { Changed = counts.Changed + 1 };
    }
}
