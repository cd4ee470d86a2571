namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>Inserts many rows with few commands, so that a page costs a handful of round trips.</summary>
internal static class Inserting
{
    // A page of the service, and less. Each size is one prepared statement.
    private static readonly int[] Sizes = [100, 10, 1];

    /// <param name="session">The connection.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns that are set.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="set">Sets the columns of a row.</param>
    /// <param name="cancellationToken">Cancels the commands.</param>
    public static async Task InsertAsync<T>(
        this MirrorSession session,
        MirrorTable table,
        IReadOnlyList<MirrorColumn> columns,
        IReadOnlyList<T> rows,
        Action<T, RowPlace> set,
        CancellationToken cancellationToken
    )
    {
        var next = 0;
        while (next < rows.Count)
        {
            var size = Sizes.First(size => size <= rows.Count - next);
            var insert = await session
                .StatementAsync(
                    SqlText.Insert(table, columns, size),
                    [.. Enumerable.Repeat(columns, size).SelectMany(each => each)],
                    cancellationToken
                )
                .ConfigureAwait(false);
            for (var i = 0; i < size; i++)
                set(rows[next++], new(insert, i * columns.Count));
            await insert.WriteAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
