using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Npgsql;

namespace FluentProfiles.Mirror.Tests.Storing;

public sealed class ConflictTests
{
    private const int Writes = 40;

    [PostgresFact]
    public async Task TransactionsThatTheDatabaseGivesUp_AreRetriedQuietly()
    {
        await using var service = await MirroredService.StartAsync(DatabaseKind.Postgres, TestProfiles.Many(150));
        await FailAsync(service.Database, times: 5);

        await service.Mirror.RefreshAsync();

        Assert.Null((await service.Mirror.GetStatusAsync()).LastError);
        await service.AssertIsSameAsync();
    }

    [PostgresFact]
    public async Task TransactionsThatTheDatabaseAlwaysGivesUp_FailInWords()
    {
        await using var service = await MirroredService.StartAsync(DatabaseKind.Postgres, TestProfiles.Many(150));
        await FailAsync(service.Database, times: 1000);

        var failure = await Assert.ThrowsAsync<MirrorDatabaseException>(() => service.Mirror.RefreshAsync());

        Assert.StartsWith("PostgreSQL rolled back a transaction of the mirror several times", failure.Message);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task WritersOfSeveralProcesses_LoseNoUpdate(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var stores = Enumerable.Range(0, 4).Select(_ => database.Store()).ToArray();
        await stores[0].OpenAsync(default);

        await Parallel.ForAsync(
            0,
            Writes,
            async (number, token) =>
                await stores[number % stores.Length]
                    .WriteAsync(
                        (writer, _) =>
                        {
                            writer.Scope.KeysGiven++;
                            writer.SaveScope();
                            return Task.CompletedTask;
                        },
                        token
                    )
        );

        Assert.Equal(Writes, (await stores[1].ReadScopeAsync(default)).KeysGiven);
    }

    /// <summary>Lets the first transactions that insert profiles fail, in turn as a deadlock, as a conflict, and as by a server that ends a
    /// session that was idle for too long. What a sequence has given stays given.</summary>
    private static async Task FailAsync(TestDatabase database, int times)
    {
        await using var source = NpgsqlDataSource.Create(database.Connection);
        await using var command = source.CreateCommand(
            $"""
            CREATE SEQUENCE conflicts;
            CREATE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF nextval('conflicts') <= {times} THEN
                    RAISE EXCEPTION 'given up' USING ERRCODE =
                        (ARRAY['40001', '40P01', '25P03'])[1 + currval('conflicts') % 3];
                END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER conflict AFTER INSERT ON "MirroredProfile" FOR EACH STATEMENT EXECUTE FUNCTION conflict();
            """
        );
        await command.ExecuteNonQueryAsync();
    }
}
