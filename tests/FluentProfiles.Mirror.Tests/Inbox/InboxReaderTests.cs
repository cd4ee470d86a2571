using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Inbox;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Inbox;

public sealed class InboxReaderTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AChange_IsStoredAndSettled(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        await inbox.ChangeAsync("wevt_1", TestProfiles.IdOf(3));

        await inbox.ReadAsync();

        Assert.Equal("3", inbox.Asked);
        Assert.Equal("", await inbox.WaitingAsync());
        await inbox.Service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task NothingThatDiffers_IsReadAgainAfter30SecondsAndAfter5Minutes(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        await inbox.ReceiveAsync("wevt_1", TestProfiles.IdOf(3));
        List<string> waiting = [];

        foreach (var seconds in new[] { 0, 29, 1, 299, 1, 3_600 })
        {
            await inbox.PassAsync(TimeSpan.FromSeconds(seconds));
            await inbox.ReadAsync();
            waiting.Add(await inbox.WaitingAsync());
        }

        Assert.Equal(["3+1", "3+1", "3+2", "3+2", "", ""], waiting);
        Assert.Equal("3 3 3", inbox.Asked);
    }

    [Theory]
    [OnSqlite]
    public async Task AChangeThatTheServiceShowsLater_IsStored(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        await inbox.ReceiveAsync("wevt_1", TestProfiles.IdOf(3));
        await inbox.ReadAsync();
        inbox.Service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(3));

        await inbox.PassAsync(TimeSpan.FromSeconds(30));
        await inbox.ReadAsync();

        Assert.Equal("", await inbox.WaitingAsync());
        await inbox.Service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    public async Task TheFirstOfTwoChanges_DoesNotSettleBoth(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        await inbox.ChangeAsync("wevt_1", TestProfiles.IdOf(3));
        await inbox.ReceiveAsync("wevt_2", TestProfiles.IdOf(3));

        await inbox.ReadAsync();
        Assert.Equal("3+1", await inbox.WaitingAsync());
        inbox.Service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(3), new() { Type = EnforcementActionType.Ban });
        await inbox.PassAsync(TimeSpan.FromSeconds(30));
        await inbox.ReadAsync();

        Assert.Equal("", await inbox.WaitingAsync());
        await inbox.Service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnEventDuringTheReading_IsNotSettledByIt(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        var id = TestProfiles.IdOf(3);
        await inbox.ChangeAsync("wevt_1", id);
        inbox.Service.Emulator.Intercept = request =>
        {
            // The service answers, changes the profile, and its event is here before the answer.
            var answer = inbox.Service.Emulator.Answer(request);
            inbox.Service.Emulator.Intercept = null;
            inbox.Service.Emulator.OpenEnforcementAction(id, new() { Type = EnforcementActionType.Ban });
            Task.Run(() => inbox.ReceiveAsync("wevt_2", id)).GetAwaiter().GetResult();
            return answer;
        };

        await inbox.ReadAsync();
        Assert.Equal("3+0", await inbox.WaitingAsync());
        await inbox.ReadAsync();

        await inbox.Service.AssertIsSameAsync();
        Assert.Equal("3 3", inbox.Asked);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatIsGone_IsRemoved(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        inbox.Service.Emulator.Remove(TestProfiles.IdOf(3));
        await inbox.ReceiveAsync("wevt_1", TestProfiles.IdOf(3));

        await inbox.ReadAsync();

        Assert.Equal("", await inbox.WaitingAsync());
        await inbox.Service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnotherKey_RemovesNothing(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        for (var i = 0; i < 20; i++)
            await inbox.ReceiveAsync($"wevt_{i}", TestProfiles.IdOf(i));
        inbox.Service.Emulator.Intercept = _ => EmulatorResponse.Error(404, "not_found_error", "No such profile.");

        var step = await inbox.ReadAsync();

        Assert.Contains("404 for each of 10 stored profiles", step.Failure!.Message);
        Assert.Equal(20, (await inbox.PendingAsync()).Count);
        inbox.Service.Emulator.Intercept = null;
        await inbox.Service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    public async Task AProfileThatFails_HoldsUpNoOther(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        for (var i = 0; i < InboxReader.AtOnce; i++)
            await inbox.ChangeAsync($"wevt_{i}", TestProfiles.IdOf(i));
        inbox.Service.Emulator.Intercept = request =>
            request.PathAndQuery.EndsWith(TestProfiles.IdOf(2), StringComparison.Ordinal)
                ? EmulatorResponse.Error(500, "api_error", "It fails.")
                : null;

        var step = await inbox.ReadAsync();

        Assert.IsType<ProfilesApiException>(step.Failure);
        Assert.Equal("2+0", await inbox.WaitingAsync());
        Assert.Equal(0, (await inbox.ReadAsync()).Read);
        inbox.Service.Emulator.Intercept = null;
        await inbox.PassAsync(ReadAgain.ShortestBackoff);
        await inbox.ReadAsync();
        await inbox.Service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    public async Task AServiceThatIsDown_IsAskedLessAndLess(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        for (var i = 0; i < InboxReader.AtOnce; i++)
            await inbox.ReceiveAsync($"wevt_{i}", TestProfiles.IdOf(i));
        inbox.Service.Emulator.Intercept = _ => EmulatorResponse.Error(529, "overloaded_error", "Later.");

        await inbox.ReadAsync();
        Assert.InRange(inbox.Service.Requests.Count, 4, InboxReader.AtOnce + 3);
        inbox.Service.Emulator.ClearRequests();
        for (var second = 0; second < 3_600; second += 10)
        {
            await inbox.PassAsync(TimeSpan.FromSeconds(10));
            await inbox.ReadAsync();
        }

        // Each of them waits as long as before once more, and five minutes at most.
        Assert.InRange(inbox.Service.Requests.Count, 20, 20 * (InboxReader.AtOnce + 3));
        Assert.Equal(InboxReader.AtOnce, (await inbox.PendingAsync()).Count(row => row.Attempts == 0));
    }
}
