using System.Text.Json.Nodes;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using FluentProfiles.Tests.Http;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.Passes;

public sealed class ContradictoryServiceTests
{
    private const string FirstPage = "/v1/user_profiles?limit=100";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AProfileThatTheListingLeavesOut_StaysWhereTheServiceHasIt(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await service.Mirror.RefreshAsync();
        service.ChangePages(page => PageChange.Without(page, TestProfiles.IdOf(120)));

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal((0, 0, 0), (report.Added, report.Changed, report.Removed));
        Assert.Contains(TestProfiles.IdOf(120), service.IdsRequested);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnEmptyPageWithANextOne_DoesNotEndThePass(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        service.Emulator.Intercept = request =>
            request.PathAndQuery == FirstPage ? EmulatorResponse.Json(200, """{"data":[],"next_page":"first"}""")
            : request.PathAndQuery == $"{FirstPage}&page=first"
                ? service.Emulator.Answer(request with { PathAndQuery = FirstPage })
            : null;

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal((4, 250), (report.Requests, report.Added));
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AReadingThatIsNewerThanThePage_Stays(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(20));
        await service.Mirror.RefreshAsync();
        var store = service.Mirror.Store;
        service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(7));
        service.Emulator.BeforeResponse = async (_, token) =>
        {
            service.Emulator.BeforeResponse = null;
            // While the answer with this state is on its way, the state changes again, and a later request reads it.
            service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(7), new() { Type = EnforcementActionType.Ban });
            var newest = service.Listed().Single(row => row.Id == TestProfiles.IdOf(7));
            var later = store.Rows.Read(newest.Json, service.Mirror.Store.Seen.Latest);
            await store.WriteAsync((writer, inner) => writer.PutAsync([later], inner), token);
        };

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal(0, report.Changed);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AClockThatGoesBack_HidesNoChange(DatabaseKind kind)
    {
        FakeTimeProvider clock = new(TestProfiles.Start.AddYears(1))
        {
            AutoAdvanceAmount = TimeSpan.FromMilliseconds(1),
        };
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(150),
            configureClient: options => options.TimeProvider = clock
        );
        await service.Mirror.RefreshAsync();
        FakeTimeProvider earlier = new(TestProfiles.Start.AddYears(1).AddHours(-1));
        await service.ReopenAsync(configureClient: options => options.TimeProvider = earlier);
        service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(7));
        service.Emulator.Remove(TestProfiles.IdOf(9));

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal((1, 1), (report.Changed, report.Removed));
        Assert.Equal(earlier.GetUtcNow(), (await service.Mirror.GetStatusAsync()).AsOf);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task PagesInAnotherOrder_StopThePassAndLoseNothing(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(150));
        await service.Mirror.RefreshAsync();
        var before = await service.RowsAsync();
        service.ChangePages(page =>
            PageChange.Changed(
                page,
                root =>
                    root["data"] = new JsonArray([.. root["data"]!.AsArray().Reverse().Select(one => one!.DeepClone())])
            )
        );

        await Assert.ThrowsAsync<ProfilesProtocolException>(() => service.Mirror.RefreshAsync());

        Assert.Equal(before.Select(row => row.Id), await service.IdsAsync());
        Assert.StartsWith("Full: The response contradicts", (await service.Mirror.GetStatusAsync()).LastError);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AFaultyService_IsMirroredExactly(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(2_000),
            configureClient: options =>
            {
                options.MaxRetries = 20;
                options.TimeProvider = new JumpingClock();
            },
            configureEmulator: options =>
                options.Faults = new()
                {
                    Statuses = new Dictionary<int, double> { [529] = 0.1, [429] = 0.1 },
                    ResetBefore = 0.05,
                    ResetWithin = 0.05,
                    Truncated = 0.05,
                }
        );
        await service.Mirror.RefreshAsync();
        foreach (var number in Enumerable.Range(0, 9))
            service.Emulator.Remove(TestProfiles.IdOf(number * 200));

        var report = await service.RefreshToEndAsync();

        Assert.Equal(9, report.Removed);
        Assert.True(report.Requests > 20 + 10 + 9);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TwoScopesInOneDatabase_StayApart(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(150));
        await service.Mirror.RefreshAsync();
        var others = service.Database.Store("https://other.example");
        var foreign = others.Rows.Read(service.Listed()[70].Json, DateTimeOffset.UnixEpoch);
        await others.WriteAsync((writer, token) => writer.PutAsync([foreign], token), default);
        service.Emulator.Remove(foreign.Id);

        await service.Mirror.RefreshAsync();

        await service.AssertIsSameAsync();
        Assert.Equal(1, await others.ReadAsync((reader, token) => reader.CountAsync(new(), token), default));
    }
}
