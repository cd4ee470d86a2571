using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.References;

/// <summary>Syncs with a mirror in which no reference can be claimed.</summary>
public sealed class MirrorSyncReadinessTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AMirrorThatIsNotReady_FailsASyncBeforeItsFirstRequest(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(3));

        await Assert.ThrowsAsync<MirrorNotReadyException>(() => SyncAsync(service, "user-1", "customer-1"));

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task AMirrorWithoutReferences_FailsASyncBeforeItsFirstRequest()
    {
        await using var service = await ReadyService.StartAsync(
            DatabaseKind.Sqlite,
            options => options.Store(members => members.Except(p => p.ExternalUserDetails.ReferenceId))
        );

        await Assert.ThrowsAsync<ProfilesConfigurationException>(() => SyncAsync(service, "customer-1"));

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task APlanWithCreates_NeedsAMirrorThatIsReady()
    {
        await using var service = await MirroredService.StartAsync(DatabaseKind.Sqlite, TestProfiles.Many(3));
        var creates = await PlanAsync(service, "customer-1");
        var updates = await PlanAsync(service, "user-1");
        service.Emulator.ClearRequests();

        await Assert.ThrowsAsync<MirrorNotReadyException>(() => ApplyAsync(creates));
        Assert.Empty(service.Requests);
        var report = await ApplyAsync(updates);

        Assert.Equal((1, 0), (report.Updated, report.Failed));

        Task<SyncReport> ApplyAsync(SyncPlan plan) => plan.ApplyWithClaimsAsync(service.Mirror.Client, service.Mirror);
    }

    private static Task<SyncReport> SyncAsync(MirroredService service, params string[] rows) =>
        service.Mirror.Client.SyncAsync(
            fromMirror: service.Mirror,
            rows,
            row => row,
            p => p.ExternalUserDetails.ReferenceId,
            Wanted
        );

    private static Task<SyncPlan> PlanAsync(MirroredService service, params string[] rows) =>
        service.Mirror.Client.PlanSyncAsync(
            fromMirror: service.Mirror,
            rows,
            row => row,
            p => p.ExternalUserDetails.ReferenceId,
            Wanted
        );

    private static NewProfile Wanted(string row) =>
        new()
        {
            Name = row,
            ExternalUserDetails = new() { ReferenceId = row },
        };
}
