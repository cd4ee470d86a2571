using System.Data.Common;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>Reads and writes rows of the small tables as entities.</summary>
internal static class EntityRows
{
    /// <summary>Reads the entities whose columns have these values, in no order.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="table">The table.</param>
    /// <param name="by">The columns; none for all rows.</param>
    /// <param name="values">Their values.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <param name="locks">True to lock the rows until the transaction ends, where the database locks rows.</param>
    public static async Task<List<T>> FindAsync<T>(
        this MirrorSession session,
        MirrorTable table,
        IReadOnlyList<MirrorColumn> by,
        object?[] values,
        CancellationToken cancellationToken,
        bool locks = false
    )
        where T : class, new()
    {
        var where = by.Count == 0 ? "" : SqlText.Where(by);
        var sql = SqlText.Select(table, table.Columns, locks && session.IsPostgres ? $"{where} FOR UPDATE" : where);
        var statement = await session.StatementAsync(sql, by, cancellationToken).ConfigureAwait(false);
        statement.SetAll(values);
        return await statement.ReadAsync(Read<T>(table), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Updates the row of an entity, or inserts it where there is none.</summary>
    public static async Task PutAsync(
        this MirrorSession session,
        MirrorTable table,
        object entity,
        CancellationToken cancellationToken
    )
    {
        MirrorColumn[] others = [.. table.Columns.Except(table.Keys)];
        MirrorColumn[] updated = [.. others, .. table.Keys];
        var update = await session
            .StatementAsync(SqlText.Update(table, others), updated, cancellationToken)
            .ConfigureAwait(false);
        update.SetFrom(entity);
        if (await update.WriteAsync(cancellationToken).ConfigureAwait(false) > 0)
            return;
        var insert = await session
            .StatementAsync(SqlText.Insert(table, table.Columns), table.Columns, cancellationToken)
            .ConfigureAwait(false);
        insert.SetFrom(entity);
        await insert.WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes the rows whose columns have these values.</summary>
    public static async Task<int> DeleteAsync(
        this MirrorSession session,
        MirrorTable table,
        IReadOnlyList<MirrorColumn> by,
        object?[] values,
        CancellationToken cancellationToken
    )
    {
        var statement = await session
            .StatementAsync(SqlText.Delete(table, by), by, cancellationToken)
            .ConfigureAwait(false);
        statement.SetAll(values);
        return await statement.WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads an entity from a row with all columns of its table.</summary>
    public static Func<DbDataReader, T> Read<T>(MirrorTable table)
        where T : class, new() =>
        reader =>
        {
            T entity = new();
            for (var i = 0; i < table.Columns.Count; i++)
                table.Columns[i].SetValue(entity, table.Columns[i].FromDatabase(reader.GetValue(i)));
            return entity;
        };
}
