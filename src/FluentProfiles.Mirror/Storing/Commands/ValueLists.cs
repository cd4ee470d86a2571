using System.Text.Json;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>Finds rows by any number of values of a column, with one prepared command: PostgreSQL takes an array, SQLite a text of
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
            $"{SqlText.Where(scope.Column)} AND {list.Column.Name} {session.AnyValue(1)}"
        );
        var statement = await session
            .ListStatementAsync(sql, [(scope.Column, scope.Value)], list, cancellationToken)
            .ConfigureAwait(false);
        return await statement.ReadAsync(row, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The condition that a column has one of the values.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="parameter">The number of the parameter that is the list.</param>
    public static string AnyValue(this MirrorSession session, int parameter) =>
        session.IsPostgres
            ? $"= ANY({SqlText.Parameter(parameter)})"
            : $"IN (SELECT value FROM json_each({SqlText.Parameter(parameter)}))";

    /// <summary>A statement whose last parameter is a list: an array in PostgreSQL, a text of JSON in SQLite.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="sql">The text.</param>
    /// <param name="single">The columns of the other parameters, such as the scope, and their values.</param>
    /// <param name="list">The column of the list, of texts or numbers, and its values.</param>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    public static async ValueTask<Statement> ListStatementAsync(
        this MirrorSession session,
        string sql,
        IReadOnlyList<(MirrorColumn Column, object Value)> single,
        (MirrorColumn Column, IReadOnlyList<object> Values) list,
        CancellationToken cancellationToken
    )
    {
        var last = single.Count;
        var statement = await session
            .StatementAsync(
                sql,
                [.. single.Select(one => one.Column), list.Column],
                cancellationToken,
                session.IsPostgres ? last : int.MaxValue
            )
            .ConfigureAwait(false);
        statement.SetAll([.. single.Select(one => one.Value)]);
        if (session.IsPostgres)
            statement.SetArray(last, list.Values);
        else
            statement.SetText(last, JsonSerializer.Serialize(list.Values.Select(list.Column.ToDatabase)));
        return statement;
    }
}
