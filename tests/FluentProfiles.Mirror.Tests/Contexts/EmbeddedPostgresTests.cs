using FluentProfiles.Mirror.Contexts.Postgres;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Contexts;

public sealed class EmbeddedPostgresTests
{
    [PostgresFact]
    public async Task ADatabase_IsReadAgain()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        using var client = TestClients.Of();
        using var other = TestClients.Of(workspace: "wrkspc_1");
        await using (var mirror = await ProfileMirror.OpenPostgresAsync(client, database.Connection))
            await mirror.Store.PutAsync(Row(JsonOf("uprof_1")));

        await using var again = await ProfileMirror.OpenPostgresAsync(client, database.Connection);
        await using var beside = await ProfileMirror.OpenPostgresAsync(other, database.Connection);

        Assert.Equal("uprof_1", Assert.Single(await again.Store.AllAsync()).Id);
        Assert.Empty(await beside.Store.AllAsync());
    }

    [PostgresFact]
    public async Task ADatabaseOfAnApplication_HasRoomForTheMirror()
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(DatabaseKind.Postgres);
        await database.Store().PutAsync(Row(JsonOf("uprof_1")));
        using var client = TestClients.Of();

        await using var mirror = await ProfileMirror.OpenPostgresAsync(client, database.Connection);

        Assert.Empty(await mirror.Store.AllAsync());
    }

    [PostgresFact]
    public async Task OpeningsAtOnce_ShareTheTables()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        using var client = TestClients.Of();

        var mirrors = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => ProfileMirror.OpenPostgresAsync(client, database.Connection))
        );

        foreach (var mirror in mirrors)
        {
            Assert.Equal(1, await mirror.Store.OpenAsync(default));
            await mirror.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task IndexesOfAFirstLoad_AreBuiltAtItsEnd()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        using var client = TestClients.Of();
        await using var mirror = await ProfileMirror.OpenPostgresAsync(client, database.Connection);
        var all = await IndexesAsync(database);

        await mirror.Store.DropIndexesAsync(default);
        var whileLoading = await IndexesAsync(database);
        await mirror.Store.PutAsync(Row(JsonOf("uprof_1")));
        await mirror.Store.BuildIndexesAsync(default);

        Assert.Equal(all, await IndexesAsync(database));
        Assert.Equal(5, all.Except(whileLoading).Count());
    }

    [Fact]
    public void Migrations_AreThoseOfTheModel()
    {
        using var context = new PostgresDesign().CreateDbContext([]);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task AServerThatIsNotThere_Throws()
    {
        using var client = TestClients.Of();

        var failure = await Assert.ThrowsAsync<MirrorDatabaseException>(() =>
            ProfileMirror.OpenPostgresAsync(client, "Host=/nowhere;Username=nobody;Password=secret")
        );

        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    private static async Task<List<string>> IndexesAsync(TestDatabase database)
    {
        await using var contexts = PostgresContext.Open(database.Connection);
        await using var context = await contexts.CreateAsync(default);
        return await context
            .Database.SqlQueryRaw<string>(
                "SELECT indexname AS \"Value\" FROM pg_indexes WHERE schemaname = 'profile_mirror' ORDER BY indexname"
            )
            .ToListAsync();
    }
}
