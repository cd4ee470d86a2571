using System.Data.Common;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>A prepared command that inserts a row.</summary>
internal sealed class BareInsert : IAsyncDisposable
{
    private readonly DbCommand command;
    private readonly IReadOnlyList<MirrorColumn> columns;

    public BareInsert(DbConnection connection, MirrorTable table, IReadOnlyList<MirrorColumn> columns)
    {
        this.columns = columns;
        command = connection.CreateCommand();
        command.CommandText = SqlText.Insert(table, columns);
        for (var i = 0; i < columns.Count; i++)
            command.Parameters.Add(columns[i].CreateParameter(command, SqlText.Parameter(i)));
    }

    public Task PrepareAsync() => command.PrepareAsync();

    public Task WriteAsync(DbTransaction transaction, ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = columns[i].ToDatabase(values[i]);
        return command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
