using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Contexts.Sqlite;

/// <summary>The context of a mirror in a SQLite file of its own.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : OwnContext(options, schema: null)
{
    /// <summary>Opens the file, whose tables may be missing.</summary>
    public static OwnContexts<SqliteContext> Open(string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;
        DbContextOptionsBuilder<SqliteContext> options = new();
        Configure(options, connection);
        return new(options.Options, () => CloseAsync(connection));
    }

    public static void Configure(DbContextOptionsBuilder options, string connection) =>
        options
            .UseSqlite(connection, sqlite => sqlite.MigrationsHistoryTable(HistoryTable))
            .AddInterceptors(new SqliteSettings());

    private static async ValueTask CloseAsync(string connection)
    {
        var closed = new SqliteConnection(connection);
        await using var _ = closed.ConfigureAwait(false);
        SqliteConnection.ClearPool(closed);
    }
}
