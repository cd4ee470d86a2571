using System.Diagnostics;
using Npgsql;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>A PostgreSQL on a socket in a temporary folder: one of the test run, started at its first use, and others for tests that
/// restart theirs. It ends with the process, however that ends: a shell waits for the end of its input, stops the server and deletes
/// the folder.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    // Texts sort by the rules of a language, as they do where nobody has thought of it. Nothing has to survive the machine.
    private const string Script = """
        set -e
        cd "$1"
        "$2/initdb" -D data -U postgres -A trust -E UTF8 --locale-provider=icu --icu-locale=en --locale=C --no-sync >log 2>&1 || { cat log; exit 1; }
        "$2/pg_ctl" -D data -l log -w -o "-k '$1' -c listen_addresses='' -c fsync=off -c max_connections=200" start >/dev/null || { cat log; exit 1; }
        echo ready
        while read -r mode; do
          "$2/pg_ctl" -D data -l log -w -m "$mode" restart >/dev/null 2>&1
          echo restarted
        done
        "$2/pg_ctl" -D data -m immediate stop >/dev/null
        cd /
        rm -rf "$1"
        """;

    private static readonly Lazy<Task<PostgresCluster>> Started = new(StartAsync);

    private static int databases;

    private readonly string socket;

    // The shell's input stays open as long as this process lives.
    private readonly Process shell;

    private PostgresCluster(string socket, Process shell) => (this.socket, this.shell) = (socket, shell);

    /// <summary>Creates a database in the cluster of the test run.</summary>
    /// <param name="template">The connection string of the database to copy; null for an empty one.</param>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CreateDatabaseAsync(string? template = null) =>
        await (await Started.Value).CreateOwnDatabaseAsync(template);

    /// <summary>Creates a database in this cluster.</summary>
    /// <param name="template">The connection string of the database to copy; null for an empty one.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateOwnDatabaseAsync(string? template = null)
    {
        if (shell.HasExited)
            throw new InvalidOperationException("PostgreSQL has ended.");
        var name = $"db{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} {Copy(template)}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    private static string Copy(string? template) =>
        template is null ? "" : $"TEMPLATE {new NpgsqlConnectionStringBuilder(template).Database}";

    /// <summary>Restarts the server, which breaks all connections.</summary>
    /// <param name="mode">How it is stopped: <c>fast</c>, or <c>immediate</c> as by a crash.</param>
    public async Task RestartAsync(string mode)
    {
        await shell.StandardInput.WriteLineAsync(mode);
        await shell.StandardInput.FlushAsync();
        if (await shell.StandardOutput.ReadLineAsync() is not "restarted" and var said)
            throw new InvalidOperationException($"The server was not restarted: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

    /// <summary>Starts a cluster.</summary>
    public static async Task<PostgresCluster> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("fp-pg-").FullName;
        ProcessStartInfo start = new("bash", [.. AsPostgres(), "-c", Script, "bash", folder, PostgresBinaries.Folder!])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root.
            start.FileName = "runuser";
            using var chown = Process.Start("chown", ["postgres", folder]);
            await chown.WaitForExitAsync();
        }
        var shell = Process.Start(start)!;
        var line = await shell.StandardOutput.ReadLineAsync();
        if (line != "ready")
            throw new InvalidOperationException($"{line}\n{await shell.StandardOutput.ReadToEndAsync()}");
        return new(folder, shell);
    }

    private static IEnumerable<string> AsPostgres() =>
        Environment.IsPrivilegedProcess ? ["-u", "postgres", "--", "bash"] : [];

    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = socket,
            Username = "postgres",
            Database = database,
            // The tests do not share databases.
            MaxPoolSize = 10,
        }.ConnectionString;
}
