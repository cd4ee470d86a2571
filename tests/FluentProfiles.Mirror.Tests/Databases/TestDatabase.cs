using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FluentProfiles.Mirror.Tests.Databases;

/// <summary>A database of one test, of either kind.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<byte[]>> SqliteTemplate = new(async () =>
    {
        await using var template = await CreateTemplateAsync(DatabaseKind.Sqlite);
        return await System.IO.File.ReadAllBytesAsync(template.File);
    });

    private static readonly Lazy<Task<TestDatabase>> PostgresTemplate = new(() =>
        CreateTemplateAsync(DatabaseKind.Postgres)
    );

    private readonly string? file;

    private TestDatabase(DatabaseKind kind, string connection, string? file) =>
        (Kind, Connection, this.file) = (kind, connection, file);

    public DatabaseKind Kind { get; }

    public string Connection { get; }

    /// <summary>The file of a SQLite database.</summary>
    public string File => file!;

    /// <summary>Notes what the database runs; null for a database that nobody watches.</summary>
    public SentStatements? Sent { get; set; }

    /// <summary>Breaks connections; null for a database that does not fail.</summary>
    internal BrokenConnections? Broken { get; set; }

    /// <summary>Creates an empty database.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres)
            return new(kind, await PostgresCluster.CreateDatabaseAsync(), null);
        var file = Path.Combine(Directory.CreateTempSubdirectory("fp-mirror-").FullName, "profiles.db");
        return new(kind, $"Data Source={file}", file);
    }

    /// <summary>A PostgreSQL database that is there, over another connection.</summary>
    public static TestDatabase Over(string connection) => new(DatabaseKind.Postgres, connection, null);

    /// <summary>Creates a database with the mirror's tables in a cluster of the test's own.</summary>
    internal static async Task<TestDatabase> CreateWithTablesAsync(PostgresCluster cluster)
    {
        var database = Over(await cluster.CreateOwnDatabaseAsync());
        await using var context = database.Context();
        await context.Database.EnsureCreatedAsync();
        return database;
    }

    /// <summary>Creates a database with the mirror's tables, in an application's own context. It is a copy of one that this run
    /// creates once.</summary>
    public static async Task<TestDatabase> CreateWithTablesAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres)
            return new(
                kind,
                await PostgresCluster.CreateDatabaseAsync((await PostgresTemplate.Value).Connection),
                null
            );
        var database = await CreateAsync(kind);
        await System.IO.File.WriteAllBytesAsync(database.File, await SqliteTemplate.Value);
        return database;
    }

    private static async Task<TestDatabase> CreateTemplateAsync(DatabaseKind kind)
    {
        var database = await CreateAsync(kind);
        await using (var context = database.Context())
            await context.Database.EnsureCreatedAsync();
        // What is copied must have no open connection. Then SQLite's log is in the file, too.
        await database.CloseAsync();
        return database;
    }

    /// <summary>The options of a context of the database.</summary>
    /// <param name="configure">Adds more options; null for none.</param>
    public DbContextOptions<TContext> OptionsOf<TContext>(Action<DbContextOptionsBuilder>? configure = null)
        where TContext : DbContext
    {
        DbContextOptionsBuilder<TContext> builder = new();
        if (Kind == DatabaseKind.Postgres)
            builder.UseNpgsql(Connection);
        else
            builder.UseSqlite(Connection);
        if (Sent is not null)
            builder.AddInterceptors(Sent);
        if (Broken is not null)
            builder.AddInterceptors(Broken);
        configure?.Invoke(builder);
        return builder.Options;
    }

    /// <summary>A context with the mirror's tables and one of the application's.</summary>
    public OrdersContext Context() => new(OptionsOf<OrdersContext>());

    /// <summary>The contexts of a mirror on this database.</summary>
    internal MirrorContexts Contexts() => new FactoryContexts<OrdersContext>(new TestContexts<OrdersContext>(Context));

    /// <summary>A store on this database.</summary>
    internal MirrorStore Store(string address = "https://api.example", string workspace = "") =>
        Store(Context, address, workspace);

    /// <summary>A store on this database, over contexts of another type.</summary>
    internal static MirrorStore Store<TContext>(
        Func<TContext> create,
        string address = "https://api.example",
        string workspace = ""
    )
        where TContext : DbContext =>
        new(
            new FactoryContexts<TContext>(new TestContexts<TContext>(create)),
            new(address, workspace),
            StoredMembers.All
        );

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (file is not null)
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private async Task CloseAsync()
    {
        if (file is null)
        {
            await using var connection = new NpgsqlConnection(Connection);
            NpgsqlConnection.ClearPool(connection);
        }
        else
        {
            await using var connection = new SqliteConnection(Connection);
            SqliteConnection.ClearPool(connection);
        }
    }
}
