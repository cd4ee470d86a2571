using FluentProfiles.Mirror.Storing.Gaps;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Refreshing;
using FluentProfiles.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FluentProfiles.Mirror.Tests.HealthChecks;

public sealed class MirrorHealthCheckTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AMirror_IsHealthyBetweenItsFirstPassAndItsGreatestAge(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(
            kind,
            TestProfiles.Many(150),
            options => options.MaxHealthyAge = TimeSpan.FromHours(30)
        );

        var before = await CheckAsync(hosted);
        await hosted.Mirror.RefreshAsync();
        hosted.Emulator.ClearRequests();
        hosted.Clock.Advance(TimeSpan.FromHours(29));
        var after = await CheckAsync(hosted);
        hosted.Clock.Advance(TimeSpan.FromHours(2));
        var old = await CheckAsync(hosted);

        Assert.Equal((HealthStatus.Unhealthy, "No full pass is complete yet."), (before.Status, before.Description));
        Assert.Equal(
            (HealthStatus.Healthy, "150 profiles as of 2026-05-01 12:00:00Z."),
            (after.Status, after.Description)
        );
        Assert.Equal(150L, after.Data["rows"]);
        Assert.Equal((HealthStatus.Degraded, "The last full pass is 1.07:00:00 old."), (old.Status, old.Description));
        Assert.Empty(hosted.Emulator.Requests);
    }

    [Theory]
    [OnSqlite]
    public async Task AStoppedPass_IsReported(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(150));
        await hosted.Mirror.RefreshAsync();
        foreach (var number in Enumerable.Range(0, 50))
            hosted.Emulator.Remove(TestProfiles.IdOf(number));
        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => hosted.Mirror.RefreshAsync());

        var entry = await CheckAsync(hosted);

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Equal(stop.Pass, entry.Data["stoppedPass"]);
        Assert.Equal($"Full: {stop.Message}", entry.Data["lastError"]);
    }

    [Theory]
    [OnSqlite]
    public async Task RowsThatLackMembers_AreReported(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(3));
        await hosted.Mirror.RefreshAsync();
        await hosted.Mirror.Store.WriteAsync(
            (writer, _) =>
            {
                writer.Scope.Gaps = new ScopeGaps(new(["name"], ["plan"], [ApiRevision.Current]), Pass: null).Write();
                writer.SaveScope();
                return Task.CompletedTask;
            },
            default
        );

        var entry = await CheckAsync(hosted);

        Assert.Equal(
            (
                HealthStatus.Degraded,
                "Stored profiles may lack name, metadata[\"plan\"] until the next full pass is complete."
            ),
            (entry.Status, entry.Description)
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ADatabaseWithoutTables_IsUnhealthy(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(1), hasTables: false);

        var entry = await CheckAsync(hosted);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("The database has no tables of the mirror", entry.Description);
        Assert.Empty(hosted.Emulator.Requests);
    }

    private static async Task<HealthReportEntry> CheckAsync(HostedMirror hosted)
    {
        var report = await hosted.Host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return report.Entries["profile-mirror"];
    }
}
