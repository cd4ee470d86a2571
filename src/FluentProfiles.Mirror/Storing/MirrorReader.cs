using System.Data.Common;
using System.Globalization;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Erased;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Reads rows of one scope over one connection.</summary>
internal sealed class MirrorReader(MirrorSession session, int scope)
{
    private readonly MirrorTable profiles = session.Tables.Profiles;

    private MirrorColumn Scope => profiles[nameof(MirroredProfile.Scope)];

    private MirrorColumn Key => profiles.Keys[0];

    private MirrorColumn Id => profiles[nameof(MirroredProfile.Id)];

    private MirrorColumn Status => profiles[nameof(MirroredProfile.EnforcementStatus)];

    private MirrorColumn CreatedAt => profiles[nameof(MirroredProfile.CreatedAt)];

    private IReadOnlyList<MirrorColumn> Compared =>
        [
            Key,
            Id,
            CreatedAt,
            profiles[nameof(MirroredProfile.Hash)],
            profiles[nameof(MirroredProfile.RequestedAt)],
            profiles[nameof(MirroredProfile.StoredAt)],
        ];

    /// <summary>The time by the clock of the database.</summary>
    public Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken) => session.NowAsync(cancellationToken);

    /// <summary>The profiles that have to be read again.</summary>
    public PendingReads Pending { get; } = new(session, scope);

    /// <summary>The row of the scope.</summary>
    public async Task<MirrorScope> ScopeAsync(CancellationToken cancellationToken) =>
        await FindScopeAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new InvalidOperationException("The row of the scope is missing.");

    /// <summary>The row of the scope; null in a copy of the database that does not have it yet.</summary>
    public async Task<MirrorScope?> FindScopeAsync(CancellationToken cancellationToken)
    {
        var table = session.Tables.Scopes;
        var found = await session
            .FindAsync<MirrorScope>(table, table.Keys, [scope], cancellationToken)
            .ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    /// <summary>The erasures of the scope, in no order.</summary>
    public Task<List<MirrorErasure>> ErasuresAsync(CancellationToken cancellationToken)
    {
        var table = session.Tables.Erasures;
        return session.FindAsync<MirrorErasure>(
            table,
            [table[nameof(MirrorErasure.Scope)]],
            [scope],
            cancellationToken
        );
    }

    /// <summary>Those of some profiles that were erased.</summary>
    public async Task<IReadOnlySet<string>> ErasedAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        var row = await ScopeAsync(cancellationToken).ConfigureAwait(false);
        return await ErasedProfiles.AmongAsync(session, row, ids, cancellationToken).ConfigureAwait(false);
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
    public async Task<long> CountAsync(RowRange range, CancellationToken cancellationToken)
    {
        var condition = ConditionOf(range);
        var statement = await session
            .StatementAsync(
                $"SELECT count(*) FROM {profiles.Name} {condition.Text}",
                condition.Columns,
                cancellationToken
            )
            .ConfigureAwait(false);
        statement.SetAll([.. condition.Values]);
        return await statement.NumberAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first profiles of a range, newest first.</summary>
    public Task<List<StoredRow>> RangeAsync(RowRange range, int most, CancellationToken cancellationToken)
    {
        var condition = ConditionOf(range);
        return RowsAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{condition.Text} ORDER BY {CreatedAt.Name} DESC, {Id.Name} DESC LIMIT {most}"
            ),
            condition.Columns,
            [.. condition.Values],
            cancellationToken
        );
    }

    /// <summary>The ids of some profiles, from all over the mirror.</summary>
    /// <param name="count">How many, where there are so many.</param>
    /// <param name="given">How many keys the scope has given out.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    public async Task<List<string>> SampleAsync(int count, long given, CancellationToken cancellationToken)
    {
        var key = profiles.Keys[0];
        var first = MirrorWriter.KeyOf(scope, 1);
        var next = first;
        List<string> ids = [];
        for (var i = 0; i < count; i++)
        {
            next = Math.Max(next, first + (long)((i + Random.Shared.NextDouble()) * given / count));
            var found = await RowsAsync(
                    $"WHERE {Scope.Name} = @p0 AND {key.Name} >= @p1 ORDER BY {key.Name} LIMIT 1",
                    [Scope, key],
                    [scope, next],
                    cancellationToken
                )
                .ConfigureAwait(false);
            if (found is not [var row])
                break;
            ids.Add(row.Id);
            next = row.Key + 1;
        }
        return ids;
    }

    /// <summary>The profiles with these ids, in no order.</summary>
    public async Task<List<StoredRow>> ByIdAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        // Most pages of a pass have no profile that is absent from the rows of their range.
        if (ids.Count == 0)
            return [];
        var read = Compared;
        var statement = await ByIdStatementAsync(ids, read, cancellationToken).ConfigureAwait(false);
        return await statement.ReadAsync(reader => RowOf(reader, read), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The references of the profiles with these ids, in no order.</summary>
    public async Task<List<string>> ReferencesAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        var reference = profiles[nameof(MirroredProfile.ReferenceId)];
        var statement = await ByIdStatementAsync(ids, [reference], cancellationToken).ConfigureAwait(false);
        var found = await statement
            .ReadAsync(row => (string?)reference.FromDatabase(row.GetValue(0)), cancellationToken)
            .ConfigureAwait(false);
        return [.. found.OfType<string>()];
    }

    /// <summary>When the service says that a profile was last changed; null if it is not stored.</summary>
    public async Task<DateTimeOffset?> UpdatedAtAsync(long key, CancellationToken cancellationToken)
    {
        var updatedAt = profiles[nameof(MirroredProfile.UpdatedAt)];
        var statement = await session
            .StatementAsync(SqlText.Select(profiles, [updatedAt], SqlText.Where(Key)), [Key], cancellationToken)
            .ConfigureAwait(false);
        statement.SetAll(key);
        var found = await statement
            .ReadAsync(row => updatedAt.FromDatabase(row.GetValue(0)), cancellationToken)
            .ConfigureAwait(false);
        return (DateTimeOffset?)found.SingleOrDefault();
    }

    /// <summary>The first profiles that a kind of pass has not found, in the order of their keys.</summary>
    public Task<List<StoredRow>> CandidatesAsync(MirrorPassKind kind, int most, CancellationToken cancellationToken)
    {
        var table = session.Tables.Candidates;
        var (scopeOf, kindOf) = (table[nameof(MirrorCandidate.Scope)], table[nameof(MirrorCandidate.Kind)]);
        var profile = table[nameof(MirrorCandidate.Profile)];
        var first = SqlText.Select(table, [profile], SqlText.Where(scopeOf, kindOf));
        var rest = string.Create(
            CultureInfo.InvariantCulture,
            $"WHERE {Key.Name} IN ({first} ORDER BY {profile.Name} LIMIT {most}) ORDER BY {Key.Name}"
        );
        return RowsAsync(rest, [scopeOf, kindOf], [scope, kind], cancellationToken);
    }

    private ValueTask<Statement> ByIdStatementAsync(
        IReadOnlyCollection<string> ids,
        IReadOnlyList<MirrorColumn> read,
        CancellationToken cancellationToken
    ) =>
        session.ListStatementAsync(
            session.IsPostgres ? ByIdInPostgres(read) : ByIdInSqlite(read),
            [(Scope, scope)],
            (Id, [.. ids]),
            cancellationToken
        );

    // One look-up for each id, whatever the planner believes: without statistics it takes a scan of the scope for cheaper.
    private string ByIdInPostgres(IReadOnlyList<MirrorColumn> read) =>
        "SELECT found.* FROM unnest(@p1) AS wanted(id) CROSS JOIN LATERAL ("
        + SqlText.Select(profiles, read, $"WHERE {Scope.Name} = @p0 AND {Id.Name} = wanted.id LIMIT 1")
        + ") AS found";

    private string ByIdInSqlite(IReadOnlyList<MirrorColumn> read) =>
        SqlText.Select(profiles, read, $"{SqlText.Where(Scope)} AND {Id.Name} IN (SELECT value FROM json_each(@p1))");

    private Condition ConditionOf(RowRange range)
    {
        Condition condition = new(Scope, scope);
        condition.AddBound(CreatedAt, ">=", range.From);
        if (range.BehindId is null)
            condition.AddBound(CreatedAt, "<=", range.To);
        else
            condition.AddBound([CreatedAt, Id], "<", [range.To, range.BehindId]);
        condition.AddValues(Status, range.Statuses);
        return condition;
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
        return new((long)Value(0), (string)Value(1), Time(2), (byte[])Value(3), Time(4), Time(5));

        DateTimeOffset Time(int place) => (DateTimeOffset)Value(place);

        object Value(int place) => columns[place].FromDatabase(reader.GetValue(place))!;
    }
}
