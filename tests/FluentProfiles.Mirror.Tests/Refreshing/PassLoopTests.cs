using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Refreshing;

public sealed class PassLoopTests
{
    [Theory]
    [OnSqlite]
    public async Task AnApprovedPassThatFails_IsResumedSoon(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.StoppedAsync(kind, minutes: 2);
        var stopped = (await hosted.Mirror.GetStatusAsync()).StoppedPass!.Value;
        hosted.Emulator.Intercept = _ => EmulatorResponse.Error(500, "api_error", "It fails.");
        await Assert.ThrowsAsync<ProfilesApiException>(() => hosted.Mirror.ApproveAsync(stopped));
        hosted.Emulator.Intercept = null;

        await hosted.PassAsync(minutes: 2);

        Assert.Equal(220, (await hosted.Mirror.GetStatusAsync()).Rows);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AGapBehindAnInterruptedSweep_StartsAnotherOne(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(450));
        await hosted.Mirror.RefreshAsync();
        var sweeps = 0;
        hosted.Emulator.Intercept = request =>
            IsOfSweep(request) && ++sweeps > 2 ? EmulatorResponse.Error(500, "api_error", "It fails.") : null;
        await Assert.ThrowsAsync<ProfilesApiException>(() => hosted.Mirror.RefreshStatusesAsync());
        // On a page that the sweep has read.
        var id = TestProfiles.IdOf(448);
        hosted.Emulator.OpenEnforcementAction(id, new() { Type = EnforcementActionType.Ban });
        await hosted.Mirror.Store.WriteAsync(
            async (writer, token) => await writer.Pending.MarkStatusesAsync(await writer.NowAsync(token), token),
            default
        );
        hosted.Emulator.Intercept = null;
        hosted.Emulator.ClearRequests();

        await hosted.Host.StartAsync();
        await hosted.SettleAsync();

        Assert.Equal(
            EnforcementStatus.Banned,
            (await hosted.Mirror.Query().SingleAsync(p => p.Id == id)).EnforcementStatus
        );
        Assert.Equal(1, hosted.Emulator.Requests.Count(IsFirstOfSweep));
        Assert.Null(await hosted.Mirror.LostEvents.AskedAsync(CancellationToken.None));
    }

    private static bool IsFirstOfSweep(EmulatorRequest request) =>
        IsOfSweep(request) && !request.PathAndQuery.Contains("&page=");

    private static bool IsOfSweep(EmulatorRequest request) => request.PathAndQuery.Contains("enforcement_status");
}
