using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Writes which stored profiles passes have not found, within a transaction.</summary>
internal sealed class CandidateWriting(MirrorSession session, int scope)
{
    private readonly MirrorTable table = session.Tables.Candidates;

    private MirrorColumn Profile => table[nameof(MirrorCandidate.Profile)];

    private MirrorColumn Kind => table[nameof(MirrorCandidate.Kind)];

    public async Task AddAsync(MirrorPassKind kind, IReadOnlyList<StoredRow> rows, CancellationToken cancellationToken)
    {
        var insert = await session
            .StatementAsync(SqlText.InsertIfAbsent(table, table.Columns), table.Columns, cancellationToken)
            .ConfigureAwait(false);
        foreach (var row in rows)
        {
            insert.SetFrom(
                new MirrorCandidate
                {
                    Profile = row.Key,
                    Kind = kind,
                    Scope = scope,
                }
            );
            await insert.WriteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task RemoveAsync(
        MirrorPassKind kind,
        IReadOnlyList<StoredRow> rows,
        CancellationToken cancellationToken
    )
    {
        foreach (var row in rows)
            await session.DeleteAsync(table, [Profile, Kind], [row.Key, kind], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes a profile from those of all kinds of passes.</summary>
    public Task RemoveAsync(long key, CancellationToken cancellationToken) =>
        session.DeleteAsync(table, [Profile], [key], cancellationToken);

    /// <summary>Removes all candidates of a kind of pass.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> ClearAsync(MirrorPassKind kind, CancellationToken cancellationToken) =>
        session.DeleteAsync(table, [table[nameof(MirrorCandidate.Scope)], Kind], [scope, kind], cancellationToken);
}
