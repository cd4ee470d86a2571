using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Inbox;

/// <summary>A mirror without a refresher: the passes that the application calls settle what is marked.</summary>
public sealed class MarksAfterPassTests
{
    private const string Page = "/v1/user_profiles?limit=100";
    private const string NextPage = "/v1/user_profiles?limit=100&page=…";

    private static readonly TimeSpan ShownByNow = TimeSpan.FromMinutes(7);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnEvent_IsReadAfterEachKindOfPass(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        var mirror = inbox.Service.Mirror;
        List<Func<Task>> passes =
        [
            () => mirror.RefreshNewAsync(),
            () => mirror.RefreshStatusesAsync(),
            () => mirror.RefreshAsync(),
        ];
        foreach (var (number, pass) in passes.Index())
        {
            await inbox.ReceiveAsync($"wevt_{number}", TestProfiles.IdOf(number));
            inbox.Service.Emulator.ClearRequests();

            await pass();

            Assert.Equal($"{number}", inbox.Asked);
            Assert.EndsWith(TestProfiles.IdOf(number), inbox.Service.Requests[^1], StringComparison.Ordinal);
        }
        Assert.Equal("0+1 1+1 2+1", await inbox.WaitingAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AChange_IsStoredAndSettled(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        await inbox.ChangeAsync("wevt_1", TestProfiles.IdOf(3));

        await inbox.Service.Mirror.RefreshNewAsync();

        Assert.Equal([Page, $"/v1/user_profiles/{TestProfiles.IdOf(3)}"], inbox.Service.Requests);
        Assert.Equal("", await inbox.WaitingAsync());
        await inbox.Service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnOwnWriteThatWasNotStored_IsReadOnce(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        var mirror = inbox.Service.Mirror;
        await mirror.Client.UpdateAsync(TestProfiles.IdOf(3), new() { Name = "Not written through" });
        mirror.WritingThrough.Doubt(TestProfiles.IdOf(3));
        await mirror.WritingThrough.Idle;
        inbox.Service.Emulator.ClearRequests();

        await mirror.RefreshNewAsync();
        await mirror.RefreshNewAsync();

        Assert.Equal([Page, $"/v1/user_profiles/{TestProfiles.IdOf(3)}", Page], inbox.Service.Requests);
        await inbox.Service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task MarksFromBeforeAFullPass_AreSettledWithoutARequest(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        for (var number = 0; number < 60; number++)
            await inbox.ReceiveAsync($"wevt_{number}", TestProfiles.IdOf(number));
        await inbox.ReceiveAsync("wevt_none", "uprof_none");
        await inbox.PassAsync(ShownByNow);

        await inbox.Service.Mirror.RefreshAsync();

        Assert.Equal([Page, NextPage], inbox.Service.Requests);
        Assert.Equal("", await inbox.WaitingAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AMarkedProfileThatIsGone_IsAskedForOnceByAFullPass(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        inbox.Service.Emulator.Remove(TestProfiles.IdOf(3));
        await inbox.ReceiveAsync("wevt_1", TestProfiles.IdOf(3));
        await inbox.PassAsync(ShownByNow);

        var report = await inbox.Service.Mirror.RefreshAsync();

        Assert.Equal(1, report.Removed);
        // Ten others were asked for before the first removal, and this one may have been among them.
        Assert.Equal(2 + 10 + 1, inbox.Service.Requests.Count);
        Assert.EndsWith(TestProfiles.IdOf(3), inbox.Service.Requests[^1], StringComparison.Ordinal);
        Assert.Equal("", await inbox.WaitingAsync());
        await inbox.Service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AChangeThatTheServiceShowsAfterTheFullPass_IsStored(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        await inbox.ReceiveAsync("wevt_1", TestProfiles.IdOf(3));
        await inbox.Service.Mirror.RefreshAsync();
        inbox.Service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(3), new() { Type = EnforcementActionType.Ban });

        await inbox.PassAsync(TimeSpan.FromSeconds(30));
        await inbox.Service.Mirror.RefreshNewAsync();
        await inbox.PassAsync(TimeSpan.FromMinutes(5));
        await inbox.Service.Mirror.RefreshNewAsync();

        Assert.Equal("", await inbox.WaitingAsync());
        await inbox.Service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatTheServiceDoesNotHave_IsAskedForThreeTimes(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        await inbox.ReceiveAsync("wevt_1", "uprof_none");

        for (var minute = 0; minute < 10; minute++)
        {
            await inbox.Service.Mirror.RefreshNewAsync();
            await inbox.PassAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("uprof_none uprof_none uprof_none", inbox.Asked);
        Assert.Equal("", await inbox.WaitingAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ManyMarks_AreReadByFortyAPass(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        for (var number = 0; number < 50; number++)
            await inbox.ChangeAsync($"wevt_{number}", TestProfiles.IdOf(number));

        await inbox.Service.Mirror.RefreshNewAsync();
        Assert.Equal(40, inbox.Service.IdsRequested.Count());
        await inbox.Service.Mirror.RefreshNewAsync();

        Assert.Equal(50, inbox.Service.IdsRequested.Distinct().Count());
        Assert.Equal(50 + 2, inbox.Service.Requests.Count);
        await inbox.Service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AReadingThatFails_FailsNoPass(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        await inbox.ChangeAsync("wevt_1", TestProfiles.IdOf(3));
        inbox.Service.Emulator.Intercept = request =>
            request.PathAndQuery.EndsWith(TestProfiles.IdOf(3), StringComparison.Ordinal)
                ? EmulatorResponse.Error(500, "api_error", "It fails.")
                : null;

        await inbox.Service.Mirror.RefreshNewAsync();

        Assert.Equal("3+0", await inbox.WaitingAsync());
        Assert.Null((await inbox.Service.Mirror.GetStatusAsync()).LastError);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ReadersAtOnce_AskForNothingTwice(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        for (var number = 0; number < 20; number++)
            await inbox.ChangeAsync($"wevt_{number}", TestProfiles.IdOf(number));

        await Task.WhenAll(
            inbox.Service.Mirror.RefreshNewAsync(),
            inbox.Service.Mirror.RefreshNewAsync(),
            inbox.ReadAsync(),
            inbox.ReadAsync()
        );

        Assert.Equal(20, inbox.Service.IdsRequested.Count());
        await inbox.Service.AssertIsSameAsync();
    }
}
