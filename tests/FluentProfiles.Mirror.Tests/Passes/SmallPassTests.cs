using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Passes;

public sealed class SmallPassTests
{
    private const string Sweep =
        "/v1/user_profiles?limit=100&enforcement_status%5B%5D=pending&enforcement_status%5B%5D=restricted&enforcement_status%5B%5D=banned";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task NewProfiles_AreReadWithOneRequest(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await service.Mirror.RefreshAsync();
        var asOf = (await service.Mirror.GetStatusAsync()).AsOf;
        service.Emulator.ClearRequests();
        foreach (var profile in TestProfiles.Many(260)[250..])
            service.Emulator.Add(profile);

        var report = await service.Mirror.RefreshNewAsync();

        Assert.Equal(["/v1/user_profiles?limit=100"], service.Requests);
        Assert.Equal((10, 0, 0), (report.Added, report.Changed, report.Removed));
        await service.AssertIsSameAsync();
        var status = await service.Mirror.GetStatusAsync();
        Assert.Equal((asOf, report.StartedAt), (status.AsOf, status.NewAsOf));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task MoreNewProfilesThanAPageHolds_AreReadToTheLastKnownOne(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(250),
            options => options.MaxAddedShare = 1
        );
        await service.Mirror.RefreshAsync();
        service.Emulator.ClearRequests();
        foreach (var profile in TestProfiles.Many(480)[250..])
            service.Emulator.Add(profile);
        // The newest is known before the others, as one that the application created itself.
        var newest = service.Mirror.Store.Rows.Read(service.Listed()[0].Json, service.Mirror.Store.Seen.Latest);
        await service.Mirror.Store.WriteAsync((writer, token) => writer.PutAsync([newest], token), default);

        var report = await service.Mirror.RefreshNewAsync();

        Assert.Equal(3, service.PagesRequested.Count());
        Assert.Equal(229, report.Added);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassOverNewProfiles_RemovesNothing(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(150));
        await service.Mirror.RefreshAsync();
        service.Emulator.Remove(TestProfiles.IdOf(149));

        var report = await service.Mirror.RefreshNewAsync();

        Assert.Equal(0, report.Removed);
        Assert.Contains(TestProfiles.IdOf(149), await service.IdsAsync());
        Assert.Equal(0, (await service.Mirror.GetStatusAsync()).RemovalsHeldBack);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ASweepOfStatuses_ReadsThoseThatCameAndThoseThatWent(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(240));
        await service.Mirror.RefreshAsync();
        service.Emulator.ClearRequests();
        var (came, changed, went) = (TestProfiles.IdOf(8), TestProfiles.IdOf(5), TestProfiles.IdOf(9));
        service.Emulator.OpenEnforcementAction(came);
        service.Emulator.OpenEnforcementAction(changed, new() { Type = EnforcementActionType.Ban });
        service.Emulator.ResolveEnforcementAction(went, service.Emulator.OpenEnforcementAction(went).Id);

        var report = await service.Mirror.RefreshStatusesAsync();

        Assert.Equal([Sweep, $"{Sweep}&page=…"], service.PagesRequested);
        Assert.Equal((180, 3), (report.Read, report.Changed + report.Added));
        Assert.Equal(11, service.IdsRequested.Count());
        Assert.Equal(went, service.IdsRequested.Last());
        await service.AssertIsSameAsync();
        Assert.Equal(report.StartedAt, (await service.Mirror.GetStatusAsync()).StatusesAsOf);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ASweepWithShortAndEmptyPages_ReadsAll(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(240),
            configureEmulator: options => options.ExaminedPerPage = 1
        );
        await service.Mirror.RefreshAsync();
        service.Emulator.ClearRequests();

        var report = await service.Mirror.RefreshStatusesAsync();

        Assert.Equal((180, 0), (report.Read, report.Changed));
        Assert.True(service.PagesRequested.Count() >= 240);
        Assert.Empty(service.IdsRequested);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ASweepThatIsCutShort_StopsAndLosesNothing(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(240));
        await service.Mirror.RefreshAsync();
        service.ChangePages(page => PageChange.EndedAfter(page, 50));

        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshStatusesAsync());

        Assert.Equal((MirrorPassKind.Statuses, MirrorStopReason.TooManyChanged), (stop.Kind, stop.Reason));
        service.Emulator.Intercept = null;
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task SmallPassesBeforeTheFirstFullOne_AreRejected(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(10));

        await Assert.ThrowsAsync<MirrorNotReadyException>(() => service.Mirror.RefreshNewAsync());
        await Assert.ThrowsAsync<MirrorNotReadyException>(() => service.Mirror.RefreshStatusesAsync());

        Assert.Empty(service.Requests);
        Assert.False((await service.Mirror.GetStatusAsync()).IsReady);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AShapeThatCantBeFiltered_IsNamed(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(10),
            configureClient: options => options.Betas.Add(AnthropicBeta.UserProfiles2026_09_04)
        );

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(() =>
            service.Mirror.RefreshStatusesAsync()
        );

        Assert.Contains("can't filter by enforcement_status", failure.Message);
        Assert.Empty(service.Requests);
    }
}
