using System.Data.Common;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>Runs queries on a connection.</summary>
/// <param name="session">The connection, open.</param>
/// <param name="gate">What the first query waits for; null for nothing.</param>
internal sealed class SqlCommands(MirrorSession session, GateStatement? gate = null)
{
    private GateStatement? closed = gate;

    // So many are found and sorted in a few milliseconds.
    private const int FewProfiles = 1_000;

    /// <summary>Chooses between the indexes of the filters and that of the order, where the database would not: the filters come
    /// first if few profiles pass them.</summary>
    public async Task<ListingSql> PlannedAsync(ListingSql listing, CancellationToken cancellationToken) =>
        listing.HasOnlyFilterIndexes
        && await NumberAsync(listing.CountIndexed(FewProfiles), cancellationToken).ConfigureAwait(false) < FewProfiles
            ? listing.FiltersFirst()
            : listing;

    /// <summary>Reads the rows of a page.</summary>
    /// <param name="query">The query.</param>
    /// <param name="kind">What the values of the order are.</param>
    /// <param name="rows">Where the rows go.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    public Task ReadAsync(SqlQuery query, KeyKind kind, List<ListingRow> rows, CancellationToken cancellationToken) =>
        ForEachAsync(query, row => rows.Add(RowOf(row, kind)), cancellationToken);

    /// <summary>Reads the keys of profiles, and what they are sorted by. Equal values that follow each other are kept once.</summary>
    /// <param name="query">The query.</param>
    /// <param name="kind">What the values of the order are.</param>
    /// <param name="keys">Where the keys go.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    public Task ReadKeysAsync(SqlQuery query, KeyKind kind, List<SortedKey> keys, CancellationToken cancellationToken)
    {
        object? last = null;
        return ForEachAsync(
            query,
            row =>
            {
                var value = ValueOf(row, 1, kind);
                keys.Add(new(row.GetInt64(0), last = Equals(value, last) ? last : value));
            },
            cancellationToken
        );
    }

    /// <summary>Reads the profiles of some keys.</summary>
    public async Task<Dictionary<long, (ReadOnlyMemory<byte> Json, string Id)>> ByKeyAsync(
        SqlQuery query,
        CancellationToken cancellationToken
    )
    {
        Dictionary<long, (ReadOnlyMemory<byte> Json, string Id)> rows = [];
        await ForEachAsync(
                query,
                row => rows.Add(row.GetInt64(2), (row.GetFieldValue<byte[]>(0), row.GetString(1))),
                cancellationToken
            )
            .ConfigureAwait(false);
        return rows;
    }

    /// <summary>Reads a number.</summary>
    public async Task<long> NumberAsync(SqlQuery query, CancellationToken cancellationToken)
    {
        long number = 0;
        await ForEachAsync(query, row => number = row.GetInt64(0), cancellationToken).ConfigureAwait(false);
        return number;
    }

    private async Task ForEachAsync(SqlQuery query, Action<DbDataReader> take, CancellationToken cancellationToken)
    {
        var command = Command(query);
        await using var _ = command.ConfigureAwait(false);
        var reader = await ReaderAsync(command, cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            take(reader);
    }

    private async Task<DbDataReader> ReaderAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (closed is null)
            return reader;
        try
        {
            await closed.PassAsync(reader, cancellationToken).ConfigureAwait(false);
            closed = null;
            return reader;
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private DbCommand Command(SqlQuery query)
    {
        var command = session.CreateCommand(closed?.Text + query);
        for (var i = 0; i < query.Values.Count; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (SqlText.Parameter(i), query.Values[i]);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static ListingRow RowOf(DbDataReader reader, KeyKind kind) =>
        new(reader.GetFieldValue<byte[]>(0), new(ValueOf(reader, 2, kind), reader.GetString(1)));

    private static object? ValueOf(DbDataReader reader, int column, KeyKind kind) =>
        reader.IsDBNull(column)
            ? null
            : kind switch
            {
                KeyKind.Time => reader.GetInt64(column),
                KeyKind.Text => reader.GetString(column),
                _ => reader.GetFieldValue<byte[]>(column),
            };
}
