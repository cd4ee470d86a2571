using System.Text.Json.Nodes;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using FluentProfiles.Tests.Http;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.Passes;

public sealed class FullPassTests
{
    private const string FirstPage = "/v1/user_profiles?limit=100";
    private const string LaterPage = "/v1/user_profiles?limit=100&page=…";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AFirstPass_HoldsExactlyWhatTheServiceLists(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal([FirstPage, LaterPage, LaterPage], service.Requests);
        Assert.Equal((250, 250, 0, 0), (report.Read, report.Added, report.Changed, report.Removed));
        Assert.Equal(3, report.Requests);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnUnchangedPass_WritesNoRow(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await service.Mirror.RefreshAsync();
        var before = await service.RowsAsync();
        service.Emulator.ClearRequests();

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal([FirstPage, LaterPage, LaterPage], service.Requests);
        Assert.Equal((250, 0, 0, 0), (report.Read, report.Added, report.Changed, report.Removed));
        Assert.Equal(
            before.Select(row => (row.Key, row.RequestedAt)),
            (await service.RowsAsync()).Select(row => (row.Key, row.RequestedAt))
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AStatusThatLeavesUpdatedAtAlone_IsWritten(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await service.Mirror.RefreshAsync();
        service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(100));

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal((0, 1, 0), (report.Added, report.Changed, report.Removed));
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ADeletedProfile_IsReadByIdAndRemoved(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await service.Mirror.RefreshAsync();
        service.Emulator.ClearRequests();
        service.Emulator.Remove(TestProfiles.IdOf(120));

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal(1, report.Removed);
        Assert.Equal(3, service.PagesRequested.Count());
        // Ten known ones before the first write, which notes the missing one; and the missing one behind the last page.
        Assert.Equal(11, service.IdsRequested.Count());
        Assert.Equal(TestProfiles.IdOf(120), service.IdsRequested.Last());
        await service.AssertIsSameAsync();
    }

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
    public async Task ProfilesOfOneInstantOnSeveralPages_AreEachStored(DatabaseKind kind)
    {
        var profiles = TestProfiles
            .Many(450)
            .Select((profile, i) => Customers.CreatedAt(profile, TestProfiles.Start.AddMinutes(i / 150)))
            .ToList();
        await using var service = await MirroredService.StartAsync(kind, profiles);
        await service.Mirror.RefreshAsync();
        await service.AssertIsSameAsync();
        service.Emulator.ClearRequests();
        int[] removed = [0, 149, 150, 251, 449];
        foreach (var number in removed)
            service.Emulator.Remove(TestProfiles.IdOf(number));
        service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(300));

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal((0, 1, removed.Length), (report.Added, report.Changed, report.Removed));
        Assert.Equal(10 + removed.Length, service.IdsRequested.Count());
        await service.AssertIsSameAsync();
    }

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
            var later = store.Rows.Read(newest.Json, service.Mirror.Passes.Readings.Next());
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
        Assert.StartsWith("Full: The answer contradicts", (await service.Mirror.GetStatusAsync()).LastError);
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
        Assert.Equal(1, await others.ReadAsync((reader, token) => reader.CountAsync(null, token), default));
    }
}
