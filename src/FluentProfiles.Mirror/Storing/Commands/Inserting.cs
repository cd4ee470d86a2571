namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>Inserts many rows with as few round trips as the database allows. PostgreSQL takes an array for each column, so that one
/// prepared command inserts any number of rows. SQLite runs in this process, and looks parameters up one by one, so a command for
/// each row is faster than one with many parameters.</summary>
internal static class Inserting
{
    /// <param name="session">The connection.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns that are set.</param>
    /// <param name="rows">The values of the columns, for each row.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    public static async Task InsertAsync(
        this MirrorSession session,
        MirrorTable table,
        IReadOnlyList<MirrorColumn> columns,
        IReadOnlyList<object?[]> rows,
        CancellationToken cancellationToken
    )
    {
        if (rows.Count == 0)
            return;
        if (session.IsPostgres)
        {
            var insert = await session
                .StatementAsync(SqlText.InsertArrays(table, columns), columns, cancellationToken, arraysFrom: 0)
                .ConfigureAwait(false);
            insert.SetArrays(rows);
            await insert.WriteAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var insert = await session
                .StatementAsync(SqlText.Insert(table, columns), columns, cancellationToken)
                .ConfigureAwait(false);
            foreach (var row in rows)
            {
                insert.SetAll(row);
                await insert.WriteAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
