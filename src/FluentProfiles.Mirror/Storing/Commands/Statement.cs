using System.Data.Common;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>A command whose parameters are values of columns.</summary>
internal sealed class Statement : IAsyncDisposable
{
    private readonly DbCommand command;
    private readonly IReadOnlyList<MirrorColumn> columns;

    /// <param name="command">The command, without parameters.</param>
    /// <param name="columns">The column of each parameter, <c>@p0</c> and so on.</param>
    /// <param name="arraysFrom">The first parameter that is an array of values; all after it are, too.</param>
    public Statement(DbCommand command, IReadOnlyList<MirrorColumn> columns, int arraysFrom = int.MaxValue)
    {
        this.command = command;
        this.columns = columns;
        for (var i = 0; i < columns.Count; i++)
        {
            var parameter = columns[i].CreateParameter(command, SqlText.Parameter(i));
            command.Parameters.Add(i >= arraysFrom ? MirrorColumn.ArrayOf(parameter) : parameter);
        }
    }

    public Task PrepareAsync(CancellationToken cancellationToken) => command.PrepareAsync(cancellationToken);

    /// <summary>Sets a parameter to a value as the property of its column has it.</summary>
    public void Set(int parameter, object? value) =>
        command.Parameters[parameter].Value = columns[parameter].ToDatabase(value);

    /// <summary>Sets the first parameters.</summary>
    public void SetAll(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            Set(i, values[i]);
    }

    /// <summary>Sets each parameter to the array of the values of its column.</summary>
    public void SetArrays(IReadOnlyList<object?[]> rows)
    {
        for (var i = 0; i < columns.Count; i++)
            SetArray(i, [.. rows.Select(row => row[i])]);
    }

    /// <summary>Sets a parameter to an array of values.</summary>
    public void SetArray(int parameter, IReadOnlyList<object?> values) =>
        command.Parameters[parameter].Value = columns[parameter].ToArray(values);

    /// <summary>Sets a parameter to a text that is no value of its column.</summary>
    public void SetText(int parameter, string text) => command.Parameters[parameter].Value = text;

    /// <summary>Sets the parameters to the values that an entity has in their columns.</summary>
    public void SetFrom(object entity)
    {
        for (var i = 0; i < columns.Count; i++)
            Set(i, columns[i].ValueOf(entity));
    }

    /// <returns>How many rows were written.</returns>
    public Task<int> WriteAsync(CancellationToken cancellationToken) => command.ExecuteNonQueryAsync(cancellationToken);

    public async Task<long> NumberAsync(CancellationToken cancellationToken) =>
        Convert.ToInt64(
            await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false),
            System.Globalization.CultureInfo.InvariantCulture
        );

    public async Task<List<T>> ReadAsync<T>(Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                rows.Add(read(reader));
        }
        return rows;
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
