using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Contexts;

public sealed class DatabaseFailureTests
{
    [Fact]
    public async Task AFileThatAnotherProcessHasLocked_IsNamed()
    {
        await using var database = await WithAProfileAsync(DatabaseKind.Sqlite);
        await using var other = new SqliteConnection(database.Connection);
        await other.OpenAsync();
        await using var transaction = other.BeginTransaction();

        var failure = await FailureAsync(StoreOver(database, "Default Timeout=1"));

        Assert.Contains("Another process has locked the SQLite file", failure.Message, StringComparison.Ordinal);
        await transaction.RollbackAsync();
        Assert.Equal(1, (await StoreOver(database, "Default Timeout=1").PutAsync(Row(JsonOf("uprof_2")))).Added);
    }

    [PostgresFact]
    public async Task ARowThatAnotherSessionHasLocked_IsNamed()
    {
        await using var database = await WithAProfileAsync(DatabaseKind.Postgres);
        var store = StoreOver(database, "Command Timeout=1");

        await using (await WriteLock.TakeAsync(database))
        {
            var failure = await FailureAsync(store);

            Assert.Contains("Another session has locked rows", failure.Message, StringComparison.Ordinal);
            Assert.True(DatabaseFailure.IsLocked(failure));
            Assert.False(DatabaseFailure.IsOutage(failure));
        }
        Assert.Equal(1, (await store.PutAsync(Row(JsonOf("uprof_2")))).Added);
    }

    [PostgresFact]
    public async Task ARowThatAnotherSessionHasLocked_IsWaitedForOnce()
    {
        await using var database = await WithAProfileAsync(DatabaseKind.Postgres);
        BrokenConnections connections = new(database);
        var store = TestDatabase.Store(() =>
            new OrdersContext(
                new DbContextOptionsBuilder<OrdersContext>()
                    .UseNpgsql($"{database.Connection};Command Timeout=1", postgres => postgres.EnableRetryOnFailure())
                    .AddInterceptors(connections)
                    .Options
            )
        );
        await store.OpenAsync(default);
        var before = connections.Opened;
        await using var held = await WriteLock.TakeAsync(database);

        var failure = await FailureAsync(store);

        Assert.True(DatabaseFailure.IsLocked(failure));
        Assert.Equal(1, connections.Opened - before);
    }

    [Fact]
    public async Task AFileThatCanOnlyBeRead_AnswersQueries()
    {
        await using var database = await WithAProfileAsync(DatabaseKind.Sqlite);
        var store = StoreOver(database, "Mode=ReadOnly");

        Assert.Single(await store.AllAsync());
        Assert.Contains(
            "Give the process the right to write the file",
            (await FailureAsync(store)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AFileThatIsGone_IsNamed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var failure = await FailureAsync(StoreOver(database, "Mode=ReadWrite"));

        Assert.Contains("can't be opened", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADiskThatIsFull_LosesNothing()
    {
        await using var database = await WithAProfileAsync(DatabaseKind.Sqlite);
        var store = TestDatabase.Store(() =>
            new OrdersContext(database.OptionsOf<OrdersContext>(options => options.AddInterceptors(new FullDisk())))
        );

        var failure = await Assert.ThrowsAsync<MirrorDatabaseException>(() =>
            store.PutAsync([.. Enumerable.Range(0, 500).Select(i => Row(JsonOf($"uprof_full_{i}")))])
        );

        Assert.Contains("The disk is full", failure.Message, StringComparison.Ordinal);
        Assert.Single(await store.AllAsync());
    }

    [PostgresFact]
    public async Task AReadReplica_AnswersQueries()
    {
        await using var database = await WithAProfileAsync(DatabaseKind.Postgres);
        var store = StoreOver(database, "Options=-c default_transaction_read_only=on");

        Assert.Single(await store.AllAsync());
        Assert.Contains("read replica", (await FailureAsync(store)).Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task AConnectionThatBreaks_IsNamedAndReplaced()
    {
        await using var database = await WithAProfileAsync(DatabaseKind.Postgres);
        var store = database.Store();

        var failure = await Assert.ThrowsAsync<MirrorDatabaseException>(() =>
            store.WriteAsync(
                async (writer, token) =>
                {
                    await TerminateAllAsync(database);
                    return await writer.PutAsync([Row(JsonOf("uprof_2"))], token);
                },
                default
            )
        );

        Assert.IsAssignableFrom<NpgsqlException>(failure.InnerException);
        Assert.Equal(1, (await store.PutAsync(Row(JsonOf("uprof_2")))).Added);
    }

    [PostgresFact]
    public async Task AConnectionThatBreaksInAMirrorsOwnTables_IsReplacedAtOnce()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        using var client = TestClients.Of();
        await using var mirror = await ProfileMirror.OpenPostgresAsync(client, database.Connection);
        var attempts = 0;

        var counts = await mirror.Store.WriteAsync(
            async (writer, token) =>
            {
                if (attempts++ == 0)
                    await TerminateAllAsync(database);
                return await writer.PutAsync([Row(JsonOf("uprof_1"))], token);
            },
            default
        );

        Assert.Equal((2, 1), (attempts, counts.Added));
    }

    private static async Task<TestDatabase> WithAProfileAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateWithTablesAsync(kind);
        await database.Store().PutAsync(Row(JsonOf("uprof_1")));
        return database;
    }

    private static MirrorStore StoreOver(TestDatabase database, string settings) =>
        TestDatabase.Store(() =>
        {
            DbContextOptionsBuilder<OrdersContext> options = new();
            var connection = $"{database.Connection};{settings}";
            return new OrdersContext(
                (
                    database.Kind == DatabaseKind.Postgres
                        ? options.UseNpgsql(connection)
                        : options.UseSqlite(connection)
                ).Options
            );
        });

    private static Task<MirrorDatabaseException> FailureAsync(MirrorStore store) =>
        Assert.ThrowsAsync<MirrorDatabaseException>(() => store.PutAsync(Row(JsonOf("uprof_2"))));

    private static async Task TerminateAllAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection($"{database.Connection};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
            connection
        );
        await command.ExecuteNonQueryAsync();
    }
}
