using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Refreshing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FluentProfiles.Mirror.Tests.Docs;

public sealed partial class MirrorSamples
{
    [PostgresFact]
    public async Task Host_KeepsTheMirrorUpToDate()
    {
        await using var service = await ProfileEmulator.StartAsync(new() { Profiles = [.. Profiles.Take(60)] });
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using (ShopContext tables = new(database.OptionsOf<ShopContext>()))
            await tables.Database.EnsureCreatedAsync();
        SteppedClock clock = new();
        var connection = database.Connection;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.Configure<ProfilesClientOptions>(options =>
            (options.BaseUrl, options.ApiKey) = (service.BaseUrl, "any-key")
        );

        #region mirror-hosting
        builder.Services.AddFluentProfiles();
        builder.Services.AddDbContextFactory<ShopContext>(options => options.UseNpgsql(connection));
        builder.Services.AddProfileMirror<ShopContext>(options => options.RequestsPerDay = 20_000);
        #endregion

        using var host = builder.Build();
        await host.StartAsync();
        await clock.WaitingAsync(5);
        Assert.Equal(60, await host.Services.GetRequiredService<ProfileMirror>().Query().CountAsync());
        await host.StopAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Rows_AreJoinedWithOrders(DatabaseKind kind)
    {
        await using var mirrored = await LoadedAsync(kind);
        await using var db = mirrored.Database.Context();
        var unrestricted = Profiles.First(p => p.EnforcementStatus == EnforcementStatus.Unrestricted);
        db.Orders.Add(new() { Customer = unrestricted.ExternalUserDetails.ReferenceId! });
        await db.SaveChangesAsync();

        #region mirror-join
        var orders = await db
            .Orders.Join(
                db.Set<MirroredProfile>(),
                order => order.Customer,
                profile => profile.ReferenceId,
                (order, profile) =>
                    new
                    {
                        order.Id,
                        profile.Country,
                        profile.EnforcementStatus,
                    }
            )
            .Where(row => row.EnforcementStatus == EnforcementStatus.Values.Unrestricted)
            .ToListAsync();
        #endregion

        Assert.Equal("DE", Assert.Single(orders).Country);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Queries_CanReadFromACopy(DatabaseKind kind)
    {
        await using var mirrored = await LoadedAsync(kind);
        var client = mirrored.Mirror.Client;
        TestContexts<OrdersContext> contexts = new(mirrored.Database.Context);
        var replica = contexts;

        #region mirror-replica
        ProfileMirrorOptions options = new();
        options.QueryFrom(replica);
        await using var mirror = await ProfileMirror.OpenAsync(client, contexts, options);
        #endregion

        Assert.Equal(250, await mirror.Query().CountAsync());
    }

    [PostgresFact]
    public async Task Index_IsCreatedConcurrently()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using ShopContext context = new(
            database.OptionsOf<ShopContext>(options =>
                options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            )
        );
        await context.Database.EnsureCreatedAsync();

        await context.Database.MigrateAsync();

        Assert.Equal(["20261201000000_AddNameIndex"], await context.Database.GetAppliedMigrationsAsync());
        Assert.Equal(
            1,
            await context
                .Database.SqlQueryRaw<int>(
                    "SELECT count(*)::int AS \"Value\" FROM pg_indexes WHERE indexname = 'IX_MirroredProfile_Scope_Name'"
                )
                .SingleAsync()
        );
    }

    #region mirror-context
    public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
    {
        public DbSet<CustomerOrder> Orders => Set<CustomerOrder>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddProfileMirror();
    }
    #endregion

    [DbContext(typeof(ShopContext))]
    [Migration("20261201000000_AddNameIndex")]
    public sealed class AddNameIndex : Migration
    {
        #region mirror-concurrent-index
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder
                .CreateIndex("IX_MirroredProfile_Scope_Name", "MirroredProfile", ["Scope", "Name"])
                .Annotation("Npgsql:CreatedConcurrently", true);
        #endregion
    }
}
