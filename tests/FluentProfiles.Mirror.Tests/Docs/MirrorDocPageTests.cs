using System.Diagnostics.Metrics;
using System.Globalization;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Erasing;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FluentProfiles.Mirror.Tests.Docs;

/// <summary>The pages say of the mirror what its code does. <c>UPDATE_DOCS=1</c> rewrites the marked blocks of its own page.</summary>
public sealed class MirrorDocPageTests
{
    [Fact]
    public async Task Blocks_AreThoseOfTheCode()
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(DatabaseKind.Sqlite);
        using var client = TestClients.Of();
        await using var mirror = await ProfileMirror.OpenAsync(
            client,
            new TestContexts<OrdersContext>(database.Context)
        );
        var corrected = MirrorPage.Corrected(
            new Dictionary<string, string>
            {
                ["schedule"] = MirrorPage.Schedule(),
                ["plan-pushed"] = MirrorSamples.Pushed(mirror).Explain().ToString().TrimEnd(),
                ["plan-rough"] = MirrorSamples.Rough(mirror).Explain().ToString().TrimEnd(),
            }
        );
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            await File.WriteAllTextAsync(MirrorPage.Path, corrected);

        Assert.Equal(corrected, MirrorPage.Text);
    }

    [Fact]
    public void Options_AreAllOnThePage()
    {
        ProfileMirrorOptions options = new();

        Assert.All(
            typeof(ProfileMirrorOptions).GetProperties(),
            option => Assert.Contains($"| `{option.Name}` | {TextOf(option.GetValue(options))} |", MirrorPage.Text)
        );
    }

    [Fact]
    public void ReasonsOfAStop_AreAllOnThePage() =>
        Assert.All(Enum.GetNames<MirrorStopReason>(), reason => Assert.Contains($"| `{reason}` |", MirrorPage.Text));

    [Fact]
    public void Instruments_AreAllOnThePageOfTelemetry()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "telemetry.md"));
        List<string> names = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Name.StartsWith("fluentprofiles.mirror.", StringComparison.Ordinal))
                    names.Add(instrument.Name);
            },
        };

        FluentProfiles.Mirror.Telemetry.MirrorTelemetry.Initialize();
        FluentProfiles.Mirror.Telemetry.InboxTelemetry.Initialize();
        listener.Start();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains($"| `{name}` |", page));
    }

    [PostgresFact]
    public async Task RolesOfThePage_CanDoWhatItSays()
    {
        await using var mirrored = await MirroredService.StartAsync(DatabaseKind.Postgres, TestProfiles.Many(30));
        await using (NpgsqlConnection owner = new(mirrored.Database.Connection))
        {
            await owner.OpenAsync();
            await using var command = owner.CreateCommand();
            command.CommandText = string.Join('\n', MirrorPage.Sql);
            await command.ExecuteNonQueryAsync();
        }
        await using var refresher = await OpenAsAsync("shop_refresher");
        await refresher.RefreshAsync();
        mirrored.Emulator.Remove(TestProfiles.IdOf(3));
        await refresher.RefreshAsync();
        await refresher.ForgetAsync(TestProfiles.IdOf(4));
        await using var reader = await OpenAsAsync("shop_reader");

        Assert.Equal(28, await reader.Query().CountAsync());
        Assert.Equal(28, (await reader.GetStatusAsync()).Rows);
        Assert.Equal(TestProfiles.IdOf(3), (await reader.ChangesAsync().SingleAsync()).ProfileId);
        await Assert.ThrowsAsync<MirrorDatabaseException>(() => reader.ForgetAsync(TestProfiles.IdOf(5)));
        await AssertStatisticsAsync(mirrored.Database.Connection);
        var refused = await Assert.ThrowsAsync<MirrorDatabaseException>(() => reader.RefreshAsync());
        Assert.Contains("denies the mirror a right", refused.Message, StringComparison.Ordinal);

        Task<ProfileMirror> OpenAsAsync(string role)
        {
            var connection = $"{mirrored.Database.Connection};Options=-c role={role}";
            TestContexts<OrdersContext> contexts = new(() =>
                new(new DbContextOptionsBuilder<OrdersContext>().UseNpgsql(connection).Options)
            );
            return ProfileMirror.OpenAsync(mirrored.Mirror.Client, contexts);
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task StatementsOfThePage_RemoveAScope(DatabaseKind kind)
    {
        await using var scopes = await TwoScopes.OpenAsync(kind);
        await TwoScopes.StoreAsync(scopes.First, "uprof_1");
        await TwoScopes.StoreAsync(scopes.Second, "uprof_1", "uprof_2");
        await TwoScopes.ReceiveAsync(scopes.Second, "event_1", "uprof_2");
        await using var context = scopes.Database.Context();

        await context.Database.ExecuteSqlRawAsync(MirrorPage.Sql.Single(sql => sql.Contains("DELETE FROM")));

        Assert.Equal(1, Assert.Single(await context.Set<MirroredProfile>().AsNoTracking().ToListAsync()).Scope);
        Assert.Equal(1, Assert.Single(await context.Set<MirrorScope>().AsNoTracking().ToListAsync()).Id);
        Assert.All(
            context
                .Model.GetEntityTypes()
                .Where(table =>
                    table.ClrType.Assembly == typeof(ProfileMirror).Assembly && table.ClrType != typeof(MirrorSchema)
                ),
            table => Assert.Contains($"DELETE FROM \"{table.GetTableName()}\" WHERE", MirrorPage.Text)
        );
    }

    private static string TextOf(object? value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        };

    private static async Task AssertStatisticsAsync(string connection)
    {
        await using OrdersContext statistics = new(
            new DbContextOptionsBuilder<OrdersContext>()
                .UseNpgsql($"{connection};Options=-c role=shop_statistics")
                .Options
        );
        var rows = statistics.Set<MirroredProfile>();

        Assert.Equal(28, await rows.Select(row => new { row.EnforcementStatus, row.EmailHash }).CountAsync());
        await Assert.ThrowsAsync<PostgresException>(() => rows.Select(row => row.Name).ToListAsync());
        await Assert.ThrowsAsync<PostgresException>(() => rows.ToListAsync());
        await Assert.ThrowsAsync<PostgresException>(() => statistics.Set<MirroredMetadata>().CountAsync());
    }
}
