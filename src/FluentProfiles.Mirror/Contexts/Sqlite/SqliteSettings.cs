using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FluentProfiles.Mirror.Contexts.Sqlite;

/// <summary>Sets each connection to the mirror's file up. A power failure may lose the last transactions, which a pass repeats, but
/// damages nothing. A transaction that no pass repeats waits for the disk itself. What is deleted is overwritten. The log is cut after each checkpoint, since steady
/// readers let it grow.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Settings =
        "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        var command = Command(connection);
        await using var _ = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Settings;
        return command;
    }
}
