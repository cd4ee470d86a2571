using System.Data.Common;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>A prepared command on an open connection: what the database itself takes for a question.</summary>
internal sealed class BareQuery : IAsyncDisposable
{
    private readonly DbCommand command;

    private BareQuery(DbCommand command) => this.command = command;

    public static async Task<BareQuery> PrepareAsync(DbConnection connection, string sql, params object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (SqlText.Parameter(i), values[i]);
            command.Parameters.Add(parameter);
        }
        await command.PrepareAsync();
        return new(command);
    }

    public void Set(int parameter, object value) => command.Parameters[parameter].Value = value;

    /// <summary>Reads the first column of each row.</summary>
    /// <returns>The number of rows.</returns>
    public async Task<int> ReadAsync<T>()
    {
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync())
        {
            reader.GetFieldValue<T>(0);
            rows++;
        }
        return rows;
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
