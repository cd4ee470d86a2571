using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Querying;
using FluentProfiles.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.Tests.Refreshing;

public sealed class RefresherTests
{
    private const string Page = "/v1/user_profiles?limit=100";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AHost_ReadsAllOnceThenNewProfilesEachMinuteAndStatusesEachHour(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(250));
        await hosted.Host.StartAsync();
        await hosted.SettleAsync();
        Assert.Equal(3, hosted.Emulator.Requests.Count);
        hosted.Emulator.ClearRequests();

        await hosted.PassAsync(minutes: 91);

        var requests = hosted.Emulator.Requests.Select(request => request.PathAndQuery).ToList();
        Assert.InRange(requests.Count(request => request == Page), 88, 92);
        Assert.InRange(requests.Count(IsFirstOfSweep), 1, 2);
        Assert.DoesNotContain(requests, request => request.StartsWith($"{Page}&page=", StringComparison.Ordinal));
        var status = await hosted.Mirror.GetStatusAsync();
        Assert.True(hosted.Clock.GetUtcNow() - status.NewAsOf < TimeSpan.FromMinutes(2));
        Assert.True(hosted.Clock.GetUtcNow() - status.StatusesAsOf < TimeSpan.FromMinutes(91));
    }

    [Theory]
    [OnSqlite]
    public async Task AStart_ReportsTheScheduleAndItsCost(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(
            kind,
            TestProfiles.Many(250),
            options => options.RequestsPerDay = 100
        );

        await hosted.Host.StartAsync();
        await hosted.SettleAsync();

        Assert.Contains(
            hosted.Log.Entries,
            entry =>
                entry is ("Planned", LogLevel.Information, var text)
                && text.StartsWith(
                    "The mirror has 250 profiles and plans about 100 requests a day",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(hosted.Log.Entries, entry => entry is ("Stretched", LogLevel.Warning, _));
    }

    [Theory]
    [OnSqlite]
    public async Task AServiceWithoutProfiles_IsReported(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, []);

        await hosted.Host.StartAsync();
        await hosted.SettleAsync();

        Assert.Contains(hosted.Log.Entries, entry => entry is ("Empty", LogLevel.Warning, _));
        Assert.True((await hosted.Mirror.GetStatusAsync()).IsReady);
    }

    [Theory]
    [OnSqlite]
    public async Task MembersThatAreStoredAgain_AreReadWithinAnHour(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(
            kind,
            TestProfiles.Many(150),
            options => options.MaxChangedShare = 1
        );
        await LoadWithoutNamesAsync(hosted);
        await hosted.Host.StartAsync();
        await hosted.SettleAsync();
        Assert.Equal(["name"], (await hosted.Mirror.GetStatusAsync()).MissingMembers);

        await hosted.PassAsync(minutes: 61);

        Assert.Empty((await hosted.Mirror.GetStatusAsync()).MissingMembers);
        Assert.Equal(120, await hosted.Mirror.Query().CountAsync(p => p.Name != null));
    }

    [Theory]
    [OnSqlite]
    public async Task AServiceThatFails_IsTriedAgainAfterAMinute(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(250));
        hosted.Emulator.Intercept = _ =>
            EmulatorResponse.Error(429, "rate_limit_error", "Too many").WithHeader("retry-after", "259200");
        await hosted.Host.StartAsync();
        await hosted.SettleAsync();
        Assert.Contains(hosted.Log.Entries, entry => entry is ("Failed", LogLevel.Warning, _));
        Assert.StartsWith("Full: ", (await hosted.Mirror.GetStatusAsync()).LastError);
        hosted.Emulator.Intercept = null;

        // The service asked for days; the refresher waits for an hour at most.
        await hosted.PassAsync(minutes: 61);

        Assert.True((await hosted.Mirror.GetStatusAsync()).IsReady);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ADatabaseWithoutTables_StopsNoHost(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(150), hasTables: false);
        await hosted.Host.StartAsync();
        await hosted.Clock.WaitingAsync(1);
        Assert.Contains(
            hosted.Log.Entries,
            entry => entry.Event == "NotStarted" && entry.Text.Contains("The database has no tables of the mirror")
        );
        await using (var context = hosted.Database.Context())
            await context.Database.EnsureCreatedAsync();
        hosted.Clock.Advance(TimeSpan.FromMinutes(1));

        await hosted.PassAsync(minutes: 1);

        Assert.Equal(150, (await hosted.Mirror.GetStatusAsync()).Rows);
    }

    [Theory]
    [OnSqlite]
    public async Task APassThatHasStopped_WaitsForAPersonAndReportsItself(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.StoppedAsync(kind, minutes: 10);

        Assert.Single(hosted.Log.Entries, entry => entry is ("Stopped", LogLevel.Error, _));
        await hosted.Mirror.ApproveAsync((await hosted.Mirror.GetStatusAsync()).StoppedPass!.Value);

        Assert.Equal(220, (await hosted.Mirror.GetStatusAsync()).Rows);
    }

    [Theory]
    [OnSqlite]
    public async Task TheClientOfTheContainer_WritesThrough(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(50));
        await hosted.Mirror.RefreshAsync();
        var client = hosted.Host.Services.GetRequiredService<IProfilesClient>();

        await client.UpdateAsync(TestProfiles.IdOf(7), new() { Name = "Written through" });

        await new SameAsService(hosted.Emulator, hosted.Mirror).AssertAsync();
    }

    [Theory]
    [OnSqlite]
    public async Task WritesThatMayNotBeWrittenThrough_WaitForAPass(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(
            kind,
            TestProfiles.Many(50),
            options => options.WritesThrough = false
        );
        await hosted.Mirror.RefreshAsync();
        var client = hosted.Host.Services.GetRequiredService<IProfilesClient>();

        await client.DeleteAsync(TestProfiles.IdOf(7));

        Assert.Equal(50, (await hosted.Mirror.GetStatusAsync()).Rows);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnEvent_ReachesTheMirrorWithTheNextLook(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(50));
        await hosted.Host.StartAsync();
        await hosted.SettleAsync();
        var id = TestProfiles.IdOf(3);
        hosted.Emulator.OpenEnforcementAction(id, new() { Type = EnforcementActionType.Ban });
        var handler = hosted.Host.Services.GetRequiredService<IEnumerable<IWebhookHandler>>().Single();

        await handler.HandleAsync(new() { Id = "wevt_1", ProfileId = id }, CancellationToken.None);
        await hosted.PassAsync(minutes: 1);

        Assert.Equal(
            EnforcementStatus.Banned,
            (await hosted.Mirror.Query().SingleAsync(p => p.Id == id)).EnforcementStatus
        );
        Assert.Equal(1, hosted.Emulator.Requests.Count(request => request.PathAndQuery.EndsWith(id)));
    }

    [Theory]
    [OnSqlite]
    public async Task AGap_StartsASweepOfTheStatuses(DatabaseKind kind)
    {
        await using var hosted = await HostedMirror.CreateAsync(kind, TestProfiles.Many(150));
        await hosted.Host.StartAsync();
        await hosted.PassAsync(minutes: 3);
        var before = (await hosted.Mirror.GetStatusAsync()).StatusesAsOf;
        hosted.Emulator.ClearRequests();

        hosted.Clock.Advance(TimeSpan.FromMinutes(6));
        await hosted.PassAsync(minutes: 3);

        Assert.Equal(1, hosted.Emulator.Requests.Count(request => IsFirstOfSweep(request.PathAndQuery)));
        Assert.True((await hosted.Mirror.GetStatusAsync()).StatusesAsOf > before);
        Assert.Null(await hosted.Mirror.LostEvents.AskedAsync(CancellationToken.None));
    }

    private static async Task LoadWithoutNamesAsync(HostedMirror hosted)
    {
        using ProfilesClient client = new(
            new()
            {
                ApiKey = "key-of-a-test",
                BaseUrl = hosted.Emulator.BaseUrl,
                TimeProvider = hosted.Clock,
            }
        );
        ProfileMirrorOptions options = new() { MaxRequestsPerSecond = null };
        options.Store(members => members.Except(p => p.Name));
        await using var mirror = await TestMirror.OpenAsync(hosted.Database, client, options);
        await mirror.RefreshAsync();
    }

    private static bool IsFirstOfSweep(string request) =>
        request.Contains("enforcement_status") && !request.Contains("&page=");
}
