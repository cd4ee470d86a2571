using System.Data.Common;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>A prepared command whose parameters are values of columns.</summary>
internal sealed class Statement : IAsyncDisposable
{
    private readonly DbCommand command;
    private readonly IReadOnlyList<MirrorColumn> columns;

    /// <param name="command">The command, without parameters.</param>
    /// <param name="columns">The column of each parameter, <c>@p0</c> and so on.</param>
    public Statement(DbCommand command, IReadOnlyList<MirrorColumn> columns)
    {
        this.command = command;
        this.columns = columns;
        for (var i = 0; i < columns.Count; i++)
            command.Parameters.Add(columns[i].CreateParameter(command, SqlText.Parameter(i)));
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
