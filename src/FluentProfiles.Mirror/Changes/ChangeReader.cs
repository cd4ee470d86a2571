using System.Globalization;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Changes;

/// <summary>Reads the feed of changes from the database: by its place, so a page costs the same anywhere.</summary>
internal static class ChangeReader
{
    public const int PageSize = 500;

    // Each round of pruning looks at so many of the oldest.
    private const int PrunedAtOnce = 1_000;

    /// <summary>Reads a page.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="from">The first position.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    public static async Task<ChangePage> PageAsync(
        MirrorSession session,
        int scope,
        long from,
        CancellationToken cancellationToken
    )
    {
        var table = session.Tables.Changes;
        var (scopes, position) = (table[nameof(MirrorChange.Scope)], table[nameof(MirrorChange.Position)]);
        var rest = string.Create(
            null,
            $"{SqlText.Where(scopes)} AND {position.Name} >= {SqlText.Parameter(1)} ORDER BY {position.Name} LIMIT {PageSize + 1}"
        );
        var select = await session
            .StatementAsync(SqlText.Select(table, table.Columns, rest), [scopes, position], cancellationToken)
            .ConfigureAwait(false);
        select.SetAll(scope, from);
        var entries = await select
            .ReadAsync(EntityRows.Read<MirrorChange>(table), cancellationToken)
            .ConfigureAwait(false);
        // Read afterwards, it has noted every entry that was dropped before the entries were read.
        return new(entries, await ScopeAsync(session, scope, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Reads the row of the scope. A copy of the database that does not have it yet is not ready.</summary>
    public static async Task<MirrorScope> ScopeAsync(
        MirrorSession session,
        int scope,
        CancellationToken cancellationToken
    ) =>
        await new MirrorReader(session, scope).FindScopeAsync(cancellationToken).ConfigureAwait(false)
        ?? new() { AsOf = null };

    /// <summary>The last position among the oldest entries that is older than a time span; 0 for none. Later positions have later
    /// moments.</summary>
    public static async Task<long> LastOlderAsync(
        MirrorSession session,
        int scope,
        TimeSpan age,
        CancellationToken cancellationToken
    )
    {
        var table = session.Tables.Changes;
        var (scopes, position, at) = (
            table[nameof(MirrorChange.Scope)],
            table[nameof(MirrorChange.Position)],
            table[nameof(MirrorChange.At)]
        );
        var oldest = SqlText.Select(
            table,
            [position, at],
            string.Create(null, $"{SqlText.Where(scopes)} ORDER BY {position.Name} LIMIT {PrunedAtOnce}")
        );
        var sql = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT coalesce(max({position.Name}), 0) FROM ({oldest}) AS oldest WHERE {at.Name} < {DatabaseClock.Of(session)} - {(long)age.TotalMicroseconds}"
        );
        var statement = await session.StatementAsync(sql, [scopes], cancellationToken).ConfigureAwait(false);
        statement.SetAll(scope);
        return await statement.NumberAsync(cancellationToken).ConfigureAwait(false);
    }
}
