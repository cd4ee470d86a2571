using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Npgsql;

namespace FluentProfiles.Mirror.Tests.Reliability;

public sealed class PoolerTests
{
    [PostgresFact]
    public async Task AMirrorBehindAPoolerInTransactionMode_NeedsNoStateOfASession()
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Profiles = TestProfiles.Many(250) });
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using TransactionPooler pooler = new(database.Connection);
        await AssertSessionsTakeTurnsAsync(pooler);
        using ProfilesClient client = new(new() { BaseUrl = emulator.BaseUrl, ApiKey = "key-of-a-test" });
        ProfileMirrorOptions options = new() { MaxRequestsPerSecond = null };
        await using var mirror = await ProfileMirror.OpenPostgresAsync(client, pooler.Connection, options);
        RandomService changing = new(emulator, new(11), 250);
        for (var round = 0; round < 3; round++)
        {
            await mirror.RefreshAsync();
            await new SameAsService(emulator, mirror).AssertAsync();
            Assert.Equal(emulator.Profiles.Count, await mirror.Query().OrderBy(p => p.Name).CountAsync());
            changing.Change(times: 20);
            await mirror.RefreshNewAsync();
        }
    }

    private static async Task AssertSessionsTakeTurnsAsync(TransactionPooler pooler)
    {
        await using var source = NpgsqlDataSource.Create(pooler.Connection);
        await using var connection = await source.OpenConnectionAsync();
        await using NpgsqlCommand command = new("SELECT pg_backend_pid()", connection);
        Assert.NotEqual(await command.ExecuteScalarAsync(), await command.ExecuteScalarAsync());
        await command.PrepareAsync();
        await Assert.ThrowsAsync<PostgresException>(async () => await command.ExecuteScalarAsync());
    }
}
