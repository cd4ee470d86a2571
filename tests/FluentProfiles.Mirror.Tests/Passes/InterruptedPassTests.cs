using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Passes;

public sealed class InterruptedPassTests
{
    private const string FirstPage = "/v1/user_profiles?limit=100";
    private const string LaterPage = "/v1/user_profiles?limit=100&page=…";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassThatFailsBehindADeletedProfile_RemovesNothing(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await service.Mirror.RefreshAsync();
        var asOf = (await service.Mirror.GetStatusAsync()).AsOf;
        service.Emulator.Remove(TestProfiles.IdOf(240));
        service.FailPagesFrom(2);

        await Assert.ThrowsAsync<ProfilesApiException>(() => service.Mirror.RefreshAsync());

        var status = await service.Mirror.GetStatusAsync();
        Assert.Equal((250, 1, asOf), (status.Rows, status.RemovalsHeldBack, status.AsOf));
        service.Emulator.Intercept = null;
        await service.Mirror.RefreshAsync();
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnInterruptedPass_ResumesAtItsPage(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(450));
        service.FailPagesFrom(4);
        await Assert.ThrowsAsync<ProfilesApiException>(() => service.Mirror.RefreshAsync());
        Assert.Equal(300, (await service.Mirror.GetStatusAsync()).Rows);
        service.Emulator.Intercept = null;
        await service.ReopenAsync();
        service.Emulator.ClearRequests();

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal([LaterPage, LaterPage], service.Requests);
        Assert.Equal((450, 450), (report.Read, report.Added));
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassThatFailedAtItsFirstPage_IsAsFreshAsOneThatBeginsNow(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        service.FailPagesFrom(1);
        await Assert.ThrowsAsync<ProfilesApiException>(() => service.Mirror.RefreshAsync());
        service.Emulator.Intercept = null;
        var mended = TimeProvider.System.GetUtcNow();

        var report = await service.Mirror.RefreshAsync();

        Assert.InRange(report.StartedAt, mended.AddMilliseconds(-1), TimeProvider.System.GetUtcNow());
        Assert.Equal(report.StartedAt, (await service.Mirror.GetStatusAsync()).AsOf);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACursorThatTheServiceNoLongerTakes_StartsThePassAnew(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(450));
        service.FailPagesFrom(3);
        await Assert.ThrowsAsync<ProfilesApiException>(() => service.Mirror.RefreshAsync());
        var isFirst = true;
        service.Emulator.Intercept = _ =>
        {
            var refusal = isFirst ? EmulatorResponse.Error(400, "invalid_request_error", "page: it has expired") : null;
            isFirst = false;
            return refusal;
        };
        service.Emulator.ClearRequests();

        await service.Mirror.RefreshAsync();

        Assert.Equal([LaterPage, FirstPage, LaterPage, LaterPage, LaterPage, LaterPage], service.PagesRequested);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ALongPauseThatTheServiceAsksFor_DoesNotOutliveTheProcess(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        service.Emulator.Intercept = _ =>
            EmulatorResponse.Error(429, "rate_limit_error", "Too many").WithHeader("retry-after", "259200");
        await Assert.ThrowsAsync<ProfilesRateLimitException>(() => service.Mirror.RefreshAsync());
        service.Emulator.Intercept = null;
        await service.ReopenAsync();

        await service.Mirror.RefreshAsync();

        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ACancelledPass_ResumesAtItsPage(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(450));
        using CancellationTokenSource stop = new();
        var pages = 0;
        service.Emulator.BeforeResponse = (_, _) => ++pages == 4 ? stop.CancelAsync() : Task.CompletedTask;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.Mirror.RefreshAsync(cancellationToken: stop.Token)
        );
        Assert.Null((await service.Mirror.GetStatusAsync()).LastError);
        service.Emulator.BeforeResponse = null;
        service.Emulator.ClearRequests();

        await service.Mirror.RefreshAsync();

        Assert.True(service.Requests.Count <= 3);
        Assert.DoesNotContain(FirstPage, service.Requests);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task APassDuringWhichTheMirrorIsReset_StopsAndTheNextLoadsAnew(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(450));
        var pages = 0;
        service.Emulator.BeforeResponse = (_, _) => ++pages == 4 ? service.Mirror.ResetAsync() : Task.CompletedTask;

        var failure = await Assert.ThrowsAsync<MirrorException>(() => service.Mirror.RefreshAsync());

        Assert.Contains("was given up while it ran: the mirror was reset", failure.Message);
        Assert.False((await service.Mirror.GetStatusAsync()).IsReady);
        service.Emulator.BeforeResponse = null;
        await service.Mirror.RefreshAsync();
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    public async Task APass_ReportsItsProgressAfterEachPage(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        EachReport progress = new();

        var report = await service.Mirror.RefreshAsync(progress);

        Assert.Equal([(100, 100), (200, 200), (250, 250)], progress.Reports.Select(one => (one.Read, one.Added)));
        Assert.Equal(report, progress.Reports[^1]);
    }

    [Theory]
    [OnSqlite]
    public async Task APass_WaitsHalfASecondBetweenRequestsByDefault(DatabaseKind kind)
    {
        RingingClock clock = new();
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(450),
            options => options.MaxRequestsPerSecond = new ProfileMirrorOptions().MaxRequestsPerSecond,
            options => options.TimeProvider = clock
        );

        await service.Mirror.RefreshAsync();

        // The database takes no time on this clock.
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(0.5), 4), clock.Waits);
    }

    private sealed class EachReport : IProgress<MirrorPassReport>
    {
        public List<MirrorPassReport> Reports { get; } = [];

        public void Report(MirrorPassReport value) => Reports.Add(value);
    }
}
