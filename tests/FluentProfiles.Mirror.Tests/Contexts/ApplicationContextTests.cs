using System.Transactions;
using FluentProfiles.Mirror.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Contexts;

/// <summary>The mirror in contexts of applications, as these set them up.</summary>
public sealed class ApplicationContextTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AContextWithEverythingSetUp_HoldsTheMirror(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var options = database.OptionsOf<FancyContext>(builder =>
        {
            builder.UseSnakeCaseNamingConvention().UseLazyLoadingProxies().AddInterceptors(new NoChanges());
            if (kind == DatabaseKind.Postgres)
                new NpgsqlDbContextOptionsBuilder(builder).EnableRetryOnFailure();
        });
        PooledDbContextFactory<FancyContext> pool = new(options);
        await using (var context = await pool.CreateDbContextAsync())
            await context.Database.EnsureCreatedAsync();
        using var client = TestClients.Of();
        await using var mirror = await ProfileMirror.OpenAsync(client, pool);
        var store = mirror.Store;

        await store.PutAsync(Row(JsonOf("uprof_1", metadata: new() { ["plan"] = "pro" })), Row(JsonOf("uprof_2")));
        var changed = await store.PutAsync(Row(JsonOf("uprof_1", "Bob")));
        var rows = await store.AllAsync();
        await store.WriteAsync((writer, token) => writer.RemoveAsync([rows[0]], writer.Moment, token), default);

        Assert.Equal(1, changed.Changed);
        await using var reading = await pool.CreateDbContextAsync();
        Assert.Equal("Bob", (await reading.Set<MirroredProfile>().IgnoreQueryFilters().SingleAsync()).Name);
        var schema = kind == DatabaseKind.Postgres ? "app." : "";
        var sql = $"SELECT count(*) AS \"Value\" FROM {schema}mirrored_profile WHERE name_key IS NOT NULL";
        Assert.Equal(1, await reading.Database.SqlQueryRaw<int>(sql).SingleAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ATransactionOfTheCaller_IsNotUsed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();
        await store.OpenAsync(default);

        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
            await store.PutAsync(Row(JsonOf("uprof_1")));

        Assert.Single(await store.AllAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TablesOfTheApplication_KeepTheirIndexes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        var store = database.Store();

        await store.DropIndexesAsync(default);

        var indexes =
            kind == DatabaseKind.Postgres
                ? "pg_indexes WHERE indexname"
                : "sqlite_master WHERE type = 'index' AND name";
        var sql = $"SELECT count(*) AS \"Value\" FROM {indexes} LIKE 'IX_Mirrored%'";
        await using var context = database.Context();
        Assert.Equal(7, await context.Database.SqlQueryRaw<int>(sql).SingleAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Rows_CanBeJoinedWithThoseOfTheApplication(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        await database
            .Store()
            .PutAsync(Row(JsonOf("uprof_1", metadata: new() { ["plan"] = "pro" })), Row(JsonOf("uprof_2", "Bob")));
        await using var context = database.Context();
        context.Orders.Add(new() { Customer = "Bob" });
        await context.SaveChangesAsync();

        var joined = await context
            .Orders.Join(
                context.Set<MirroredProfile>(),
                order => order.Customer,
                profile => profile.Name,
                (_, profile) => profile
            )
            .Where(profile =>
                profile.CreatedAt >= Created
                && profile.EnforcementStatus == EnforcementStatus.Values.Unrestricted
                && !context.Set<MirroredMetadata>().Any(pair => pair.Profile == profile.Key)
            )
            .OrderBy(profile => profile.UpdatedAt)
            .ToListAsync();

        Assert.Equal("uprof_2", Assert.Single(joined).Id);
    }

    [Fact]
    public async Task AnotherProvider_IsRejected()
    {
        TestContexts<OrdersContext> contexts = new(() =>
            new(new DbContextOptionsBuilder<OrdersContext>().UseInMemoryDatabase("mirror").Options)
        );
        using var client = TestClients.Of();

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(() =>
            ProfileMirror.OpenAsync(client, contexts)
        );

        Assert.Contains("Microsoft.EntityFrameworkCore.InMemory", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AModelWithoutTheTables_IsRejected()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        TestContexts<DbContext> contexts = new(() => new(database.OptionsOf<DbContext>()));
        using var client = TestClients.Of();

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(() =>
            ProfileMirror.OpenAsync(client, contexts)
        );

        Assert.Contains("AddProfileMirror()", failure.Message, StringComparison.Ordinal);
    }
}
