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

    private MirrorColumn Scope => table[nameof(MirrorCandidate.Scope)];

    /// <summary>Adds rows, but for those that are candidates already, and those that were removed since they were read.</summary>
    public Task AddAsync(MirrorPassKind kind, IReadOnlyList<StoredRow> rows, CancellationToken cancellationToken)
    {
        var profiles = session.Tables.Profiles;
        var key = profiles.Keys[0].Name;
        return WriteAsync(
            $"INSERT INTO {table.Name} ({Scope.Name}, {Kind.Name}, {Profile.Name}) "
                + $"SELECT @p0, @p1, {key} FROM {profiles.Name} WHERE {key} {session.AnyValue(2)} ON CONFLICT DO NOTHING",
            [(Scope, scope), (Kind, kind)],
            rows.Select(row => row.Key),
            cancellationToken
        );
    }

    public Task RemoveAsync(MirrorPassKind kind, IReadOnlyList<StoredRow> rows, CancellationToken cancellationToken) =>
        WriteAsync(
            $"{SqlText.Delete(table, Scope, Kind)} AND {Profile.Name} {session.AnyValue(2)}",
            [(Scope, scope), (Kind, kind)],
            rows.Select(row => row.Key),
            cancellationToken
        );

    /// <summary>Removes profiles from the candidates of all kinds of passes.</summary>
    public Task RemoveAsync(IEnumerable<long> keys, CancellationToken cancellationToken) =>
        // A key is that of one scope. With the scope as a condition, SQLite reads all candidates of the scope.
        WriteAsync($"DELETE FROM {table.Name} WHERE {Profile.Name} {session.AnyValue(0)}", [], keys, cancellationToken);

    /// <summary>Removes all candidates of a kind of pass.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> ClearAsync(MirrorPassKind kind, CancellationToken cancellationToken) =>
        session.DeleteAsync(table, [Scope, Kind], [scope, kind], cancellationToken);

    private async Task WriteAsync(
        string sql,
        IReadOnlyList<(MirrorColumn Column, object Value)> single,
        IEnumerable<long> keys,
        CancellationToken cancellationToken
    )
    {
        object[] values = [.. keys];
        if (values.Length == 0)
            return;
        var statement = await session
            .ListStatementAsync(sql, single, (Profile, values), cancellationToken)
            .ConfigureAwait(false);
        await statement.WriteAsync(cancellationToken).ConfigureAwait(false);
    }
}
