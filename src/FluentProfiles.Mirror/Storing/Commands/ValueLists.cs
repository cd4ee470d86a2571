using System.Text.Json;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>Selects rows by any number of values of a column, with one prepared command: PostgreSQL takes an array, SQLite a text of
/// JSON.</summary>
internal static class ValueLists
{
    /// <summary>Reads the rows of a scope whose column has one of the values, in no order.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="table">The table.</param>
    /// <param name="read">The columns that are read.</param>
    /// <param name="scope">The column of the scope, and its value.</param>
    /// <param name="list">The column, of texts or numbers, and its values.</param>
    /// <param name="row">Reads a row.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    public static async Task<List<T>> FindAnyAsync<T>(
        this MirrorSession session,
        MirrorTable table,
        IReadOnlyList<MirrorColumn> read,
        (MirrorColumn Column, int Value) scope,
        (MirrorColumn Column, IReadOnlyList<object> Values) list,
        Func<System.Data.Common.DbDataReader, T> row,
        CancellationToken cancellationToken
    )
    {
        var sql = SqlText.Select(
            table,
            read,
            $"{SqlText.Where(scope.Column)} AND {list.Column.Name} {session.AnyValue}"
        );
        var statement = await session.ListStatementAsync(sql, scope, list, cancellationToken).ConfigureAwait(false);
        return await statement.ReadAsync(row, cancellationToken).ConfigureAwait(false);
    }

    extension(MirrorSession session)
    {
        /// <summary>The condition that a column has one of the values.</summary>
        public string AnyValue =>
            session.IsPostgres
                ? $"= ANY({SqlText.Parameter(1)})"
                : $"IN (SELECT value FROM json_each({SqlText.Parameter(1)}))";
    }

    /// <summary>A statement whose first parameter is the scope, and whose second one is a list: an array in PostgreSQL, a text of JSON in
    /// SQLite.</summary>
    public static async ValueTask<Statement> ListStatementAsync(
        this MirrorSession session,
        string sql,
        (MirrorColumn Column, int Value) scope,
        (MirrorColumn Column, IReadOnlyList<object> Values) list,
        CancellationToken cancellationToken
    )
    {
        var statement = await session
            .StatementAsync(sql, [scope.Column, list.Column], cancellationToken, session.IsPostgres ? 1 : int.MaxValue)
            .ConfigureAwait(false);
        statement.Set(0, scope.Value);
        if (session.IsPostgres)
            statement.SetArray(1, list.Values);
        else
            statement.SetText(1, JsonSerializer.Serialize(list.Values.Select(list.Column.ToDatabase)));
        return statement;
    }
}
