using System.Data.Common;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Reads rows of one scope over one connection.</summary>
internal sealed class MirrorReader(MirrorSession session, int scope)
{
    // The parameters of one command: a page of the service, and below what SQLite takes.
    private const int MostIds = 100;

    private readonly MirrorTable profiles = session.Tables.Profiles;

    private MirrorColumn Scope => profiles[nameof(MirroredProfile.Scope)];

    private MirrorColumn Id => profiles[nameof(MirroredProfile.Id)];

    private MirrorColumn CreatedAt => profiles[nameof(MirroredProfile.CreatedAt)];

    private IReadOnlyList<MirrorColumn> Compared =>
        [
            profiles[nameof(MirroredProfile.Key)],
            Id,
            CreatedAt,
            profiles[nameof(MirroredProfile.Hash)],
            profiles[nameof(MirroredProfile.RequestedAt)],
        ];

    /// <summary>The row of the scope.</summary>
    public async Task<MirrorScope> ScopeAsync(CancellationToken cancellationToken)
    {
        var table = session.Tables.Scopes;
        var found = await session
            .FindAsync<MirrorScope>(table, table.Keys, [scope], cancellationToken)
            .ConfigureAwait(false);
        return found.Single();
    }

    /// <summary>The checkpoint of a pass; null where none of the kind is under way.</summary>
    public async Task<MirrorPass?> PassAsync(MirrorPassKind kind, CancellationToken cancellationToken)
    {
        var table = session.Tables.Passes;
        var found = await session
            .FindAsync<MirrorPass>(
                table,
                [table[nameof(MirrorPass.Scope)], table[nameof(MirrorPass.Kind)]],
                [scope, kind],
                cancellationToken
            )
            .ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    /// <summary>How many profiles are stored.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var sql = $"SELECT count(*) FROM {profiles.Name} {SqlText.Where(Scope)}";
        var statement = await session.StatementAsync(sql, [Scope], cancellationToken).ConfigureAwait(false);
        statement.SetAll(scope);
        return await statement.NumberAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The profiles that were created between two times, both included, newest first.</summary>
    /// <param name="from">The first time; null for no bound.</param>
    /// <param name="to">The last time; null for no bound.</param>
    /// <param name="most">The most rows to read; null for no limit.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public Task<List<StoredRow>> RangeAsync(
        DateTimeOffset? from,
        DateTimeOffset? to,
        int? most,
        CancellationToken cancellationToken
    )
    {
        List<MirrorColumn> columns = [Scope];
        List<object?> values = [scope];
        var where = SqlText.Where(Scope);
        if (from is not null)
            where += Bound(">=", from);
        if (to is not null)
            where += Bound("<=", to);
        var limit = most is null ? "" : string.Create(null, $" LIMIT {most}");
        return RowsAsync(
            $"{where} ORDER BY {CreatedAt.Name} DESC, {Id.Name} DESC{limit}",
            columns,
            [.. values],
            cancellationToken
        );

        string Bound(string comparison, DateTimeOffset? time)
        {
            columns.Add(CreatedAt);
            values.Add(time);
            return $" AND {CreatedAt.Name} {comparison} {SqlText.Parameter(columns.Count - 1)}";
        }
    }

    /// <summary>The profiles with these ids, in no order.</summary>
    public async Task<List<StoredRow>> ByIdAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        List<StoredRow> rows = new(ids.Count);
        foreach (var some in ids.Chunk(MostIds))
        {
            var where = $"{SqlText.Where(Scope)} AND {Id.Name} IN ({SqlText.Parameters(1, some.Length)})";
            MirrorColumn[] columns = [Scope, .. Enumerable.Repeat(Id, some.Length)];
            rows.AddRange(await RowsAsync(where, columns, [scope, .. some], cancellationToken).ConfigureAwait(false));
        }
        return rows;
    }

    /// <summary>The first candidates for removal, in the order of their keys.</summary>
    public Task<List<StoredRow>> CandidatesAsync(int most, CancellationToken cancellationToken)
    {
        var candidates = session.Tables.Candidates;
        var rest = string.Create(
            null,
            $"WHERE {Scope.Name} = @p0 AND {profiles.Keys[0].Name} IN (SELECT {candidates.Keys[0].Name} FROM {candidates.Name} WHERE {candidates[nameof(MirrorCandidate.Scope)].Name} = @p1) ORDER BY {profiles.Keys[0].Name} LIMIT {most}"
        );
        return RowsAsync(rest, [Scope, candidates[nameof(MirrorCandidate.Scope)]], [scope, scope], cancellationToken);
    }

    private async Task<List<StoredRow>> RowsAsync(
        string rest,
        IReadOnlyList<MirrorColumn> columns,
        object?[] values,
        CancellationToken cancellationToken
    )
    {
        var read = Compared;
        var statement = await session
            .StatementAsync(SqlText.Select(profiles, read, rest), columns, cancellationToken)
            .ConfigureAwait(false);
        statement.SetAll(values);
        return await statement.ReadAsync(reader => RowOf(reader, read), cancellationToken).ConfigureAwait(false);
    }

    private static StoredRow RowOf(DbDataReader reader, IReadOnlyList<MirrorColumn> columns)
    {
        var (key, id, createdAt, hash, requestedAt) = (Value(0), Value(1), Value(2), Value(3), Value(4));
        return new((long)key, (string)id, (DateTimeOffset)createdAt, (byte[])hash, (DateTimeOffset)requestedAt);

        object Value(int place) => columns[place].FromDatabase(reader.GetValue(place))!;
    }
}
