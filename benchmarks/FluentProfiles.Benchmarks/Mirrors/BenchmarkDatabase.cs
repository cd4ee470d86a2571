using System.Data.Common;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>An empty database of one measurement.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    private readonly string connection;
    private readonly string? folder;

    private BenchmarkDatabase(string connection, string? folder) =>
        (this.connection, this.folder) = (connection, folder);

    private string File => Path.Combine(folder!, "profiles.db");

    public static async Task<BenchmarkDatabase> CreateAsync(string kind)
    {
        if (kind == Postgres)
        {
            BenchmarkDatabase database = new(await PostgresCluster.CreateDatabaseAsync(), null);
            await database.MakeDurableAsync();
            return database;
        }
        var folder = Directory.CreateTempSubdirectory("fp-bench-").FullName;
        return new($"Data Source={Path.Combine(folder, "profiles.db")};Pooling=False", folder);
    }

    /// <summary>Opens a mirror with tables of its own.</summary>
    /// <param name="client">The client of the mirror.</param>
    /// <param name="configure">Changes its options.</param>
    public Task<ProfileMirror> OpenMirrorAsync(ProfilesClient client, Action<ProfileMirrorOptions>? configure = null)
    {
        ProfileMirrorOptions options = new() { MaxRequestsPerSecond = null };
        configure?.Invoke(options);
        return folder is null
            ? ProfileMirror.OpenPostgresAsync(client, connection, options)
            : ProfileMirror.OpenAsync(client, File, options);
    }

    /// <summary>Opens a connection set up as the mirror's are.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        DbConnection opened = folder is null ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
        await opened.OpenAsync();
        if (folder is not null)
            await RunAsync(opened, "PRAGMA synchronous = NORMAL");
        return opened;
    }

    public ValueTask DisposeAsync()
    {
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    // The cluster of the tests does not wait for the disk. What is measured does.
    private async Task MakeDurableAsync()
    {
        await using var opened = await ConnectAsync();
        await RunAsync(opened, "ALTER SYSTEM SET fsync = on");
        await RunAsync(opened, "SELECT pg_reload_conf()");
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
