using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using SQLitePCL;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>Lets single connections fail while a statement runs: SQLite interrupts it, and PostgreSQL ends the session.</summary>
/// <param name="database">The database.</param>
internal sealed class BrokenConnections(TestDatabase database) : DbConnectionInterceptor
{
    // So many steps of its virtual machine come before the first row.
    private const int StepsOfSqlite = 10;

    private int opened;
    private int? failing;

    /// <summary>How many connections were opened.</summary>
    public int Opened => opened;

    /// <summary>Lets one connection fail.</summary>
    /// <param name="connection">Which one, counted from the next one; null for none.</param>
    public void FailAt(int? connection) => failing = opened + connection;

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        var fails = ++opened == failing;
        if (connection is SqliteConnection { Handle: { } handle })
            // A connection of the pool may have been told to fail before.
            raw.sqlite3_progress_handler(handle, fails ? StepsOfSqlite : 0, fails ? _ => 1 : null, null);
        else if (fails)
            await EndAsync((NpgsqlConnection)connection, cancellationToken);
    }

    private async Task EndAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection other = new(database.Connection);
        await other.OpenAsync(cancellationToken);
        // With a timeout, the function waits until the session has ended.
        await using NpgsqlCommand end = new($"SELECT pg_terminate_backend({connection.ProcessID}, 60000)", other);
        await end.ExecuteNonQueryAsync(cancellationToken);
    }
}
