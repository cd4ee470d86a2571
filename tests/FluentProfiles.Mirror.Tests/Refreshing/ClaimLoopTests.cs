using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Tests.Refreshing;

public sealed class ClaimLoopTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClaimThatNobodyWaitsFor_IsReportedOnceAndUntilItIsResolved(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(3));
        await hosted.Host.StartAsync();
        await hosted.SettleAsync();
        Assert.Equal(0, UnresolvedOf(hosted));
        await ClaimAsync(hosted, "customer-1", MirrorClaimState.Sent, expiresIn: -TimeSpan.FromSeconds(1));
        await ClaimAsync(hosted, "customer-2", MirrorClaimState.Sent, expiresIn: TimeSpan.FromMinutes(2));
        await ClaimAsync(hosted, "customer-3", MirrorClaimState.Claimed, expiresIn: -TimeSpan.FromSeconds(1));

        await hosted.PassAsync(minutes: 3);

        Assert.Equal(1, UnresolvedOf(hosted));
        Assert.Equal(LogLevel.Error, Assert.Single(hosted.Log.Entries, IsUnresolved).Level);
        Assert.Equal((HealthStatus.Degraded, 1), await HealthAsync(hosted));

        await hosted.Mirror.ResolveClaimAsync("customer-1", ClaimResolution.NotCreated);
        await hosted.PassAsync(minutes: 1);

        Assert.Equal(0, UnresolvedOf(hosted));
        Assert.Single(hosted.Log.Entries, IsUnresolved);
        Assert.Equal(0, (await HealthAsync(hosted)).Unresolved);
    }

    [Theory]
    [OnSqlite]
    public async Task AProcessThatNoLongerRefreshes_ReportsNoNumber(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(3));
        await hosted.Host.StartAsync();
        await hosted.SettleAsync();

        await hosted.Host.StopAsync();

        Assert.Empty(hosted.Mirror.Passes.Figures.Unresolved());
    }

    private static bool IsUnresolved((string Event, LogLevel Level, string Text) entry) => entry.Event == "Unresolved";

    private static int UnresolvedOf(HostedMirror hosted) =>
        Assert.Single(hosted.Mirror.Passes.Figures.Unresolved()).Value;

    private static async Task<(HealthStatus Status, int Unresolved)> HealthAsync(HostedMirror hosted)
    {
        var report = await hosted.Host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        var entry = report.Entries["profile-mirror"];
        return (entry.Status, (int)entry.Data["unresolvedClaims"]);
    }

    private static async Task ClaimAsync(
        HostedMirror hosted,
        string reference,
        MirrorClaimState state,
        TimeSpan expiresIn
    )
    {
        await using var context = hosted.Database.Context();
        var now = DateTimeOffset.UtcNow;
        context.Add(
            new MirrorClaim
            {
                Scope = await hosted.Mirror.Store.OpenAsync(default),
                Reference = reference,
                Owner = "another",
                State = state,
                ClaimedAt = now,
                SentAt = state == MirrorClaimState.Claimed ? null : now,
                ExpiresAt = now + expiresIn,
            }
        );
        await context.SaveChangesAsync();
    }
}
