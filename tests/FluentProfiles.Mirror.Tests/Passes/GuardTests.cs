using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using static FluentProfiles.Mirror.Tests.TestRows;

namespace FluentProfiles.Mirror.Tests.Passes;

public sealed class GuardTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AListingThatIsCutShort_StopsThePassAndLosesNothing(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(450));
        await service.Mirror.RefreshAsync();
        var asOf = (await service.Mirror.GetStatusAsync()).AsOf;
        service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(445));
        service.ChangePages(page => PageChange.EndedAfter(page, 100));

        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());

        Assert.Equal((MirrorStopReason.TooManyRemoved, MirrorPassKind.Full), (stop.Reason, stop.Kind));
        Assert.Contains("350 of 450 stored profiles are missing", stop.Message);
        Assert.Contains("MaxRemovedShare (0.5%) allows 10", stop.Message);
        var status = await service.Mirror.GetStatusAsync();
        Assert.Equal(
            (450, 350, asOf, stop.Pass),
            (status.Rows, status.RemovalsHeldBack, status.AsOf, status.StoppedPass!.Value)
        );
        Assert.Equal($"Full: {stop.Message}", status.LastError);

        service.Emulator.Intercept = null;
        await service.Mirror.RefreshAsync();
        await service.AssertIsSameAsync();
        Assert.Null((await service.Mirror.GetStatusAsync()).LastError);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AListingThatLacksFarTooMuch_IsComparedWithNoMoreRowsThanItTakesToSeeThat(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(20));
        await service.Mirror.RefreshAsync();
        var read = service.Mirror.Store.Seen.Latest;
        await service.Mirror.Store.PutAsync([
            .. Enumerable
                .Range(0, 4_500)
                .Select(i =>
                    Row(JsonOf($"uprof_more_{i}", createdSeconds: -100_000_000 - i)) with
                    {
                        RequestedAt = read,
                    }
                ),
        ]);
        service.Emulator.Intercept = request =>
            request.PathAndQuery.Contains("uprof_more_")
                ? EmulatorResponse.Json(200, JsonOf(request.PathAndQuery.Split('/')[^1]))
                : null;
        using SentStatements sent = new(service.Database);

        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());

        Assert.Contains("4,500 of 4,520 stored profiles are missing", stop.Message);
        Assert.Equal(4_500, (await service.Mirror.GetStatusAsync()).RemovalsHeldBack);
        Assert.Single(sent.Texts, text => text.EndsWith(" LIMIT 2000", StringComparison.Ordinal));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnApprovedPass_RemovesWhatTheServiceDeleted(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(450));
        await service.Mirror.RefreshAsync();
        foreach (var number in Enumerable.Range(100, 60))
            service.Emulator.Remove(TestProfiles.IdOf(number));
        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());
        Assert.Equal(450, (await service.RowsAsync()).Count);
        await service.ReopenAsync();
        service.Emulator.ClearRequests();

        var report = await service.Mirror.ApproveAsync(stop.Pass);

        Assert.Equal((stop.Pass, 60), (report.Pass, report.Removed));
        Assert.Equal(TestProfiles.Ids(Enumerable.Range(100, 60)), service.IdsRequested.Order());
        await service.AssertIsSameAsync();
        Assert.Equal(report.StartedAt, (await service.Mirror.GetStatusAsync()).AsOf);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AKeyThatFindsNoProfile_StopsThePassBeforeItWrites(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await service.Mirror.RefreshAsync();
        var before = await service.RowsAsync();
        service.Emulator.ClearRequests();
        AnswerAsAnotherAccount(service);

        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());

        Assert.Equal(MirrorStopReason.UnknownProfiles, stop.Reason);
        Assert.Contains("404 for each of 10 stored profiles", stop.Message);
        Assert.Equal(10, service.IdsRequested.Distinct().Count());
        Assert.Equal(
            before.Select(row => (row.Id, row.RequestedAt)),
            (await service.RowsAsync()).Select(row => (row.Id, row.RequestedAt))
        );
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnotherKey_IsTriedOnTenKnownProfilesFirst(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await service.Mirror.RefreshAsync();
        await service.ReopenAsync(configureClient: options => options.ApiKey = "another-key");
        service.Emulator.ClearRequests();

        await service.Mirror.RefreshNewAsync();
        await service.Mirror.RefreshNewAsync();

        Assert.Equal(10, service.IdsRequested.Distinct().Count());
        Assert.Equal(12, service.Requests.Count);
        Assert.DoesNotContain('?', service.Requests[0]);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnotherKeyThatFindsNoProfile_StopsEveryPass(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await service.Mirror.RefreshAsync();
        await service.ReopenAsync(configureClient: options => options.ApiKey = "another-key");
        service.Emulator.ClearRequests();
        AnswerAsAnotherAccount(service);

        await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshNewAsync());
        await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshStatusesAsync());
        await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());

        Assert.Empty(service.PagesRequested);
        service.Emulator.Intercept = null;
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task MoreNewProfilesThanAllowed_StopThePassBeforeTheyAreWritten(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(100));
        await service.Mirror.RefreshAsync();
        foreach (var profile in TestProfiles.Many(121)[100..])
            service.Emulator.Add(profile);

        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());

        Assert.Equal(MirrorStopReason.TooManyAdded, stop.Reason);
        Assert.Equal(100, (await service.RowsAsync()).Count);
        await service.Mirror.ApproveAsync(stop.Pass);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task MoreChangedProfilesThanAllowed_StopThePassBeforeTheyAreWritten(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(200),
            options => options.MaxChangedShare = 0.1
        );
        await service.Mirror.RefreshAsync();
        foreach (var number in Enumerable.Range(0, 21))
            service.Emulator.OpenEnforcementAction(TestProfiles.IdOf(number));

        var stop = await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());

        Assert.Equal(MirrorStopReason.TooManyChanged, stop.Reason);
        Assert.Contains("MaxChangedShare (10%) allows 20", stop.Message);
        Assert.DoesNotContain(await service.RowsAsync(), row => row.Json.AsSpan().IndexOf("enac_"u8) >= 0);
        await service.Mirror.ApproveAsync(stop.Pass);
        await service.AssertIsSameAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AMemberThatEveryProfileGets_IsStoredAndNoChange(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(250));
        await service.Mirror.RefreshAsync();
        service.ChangePages(page => PageChange.Each(page, profile => profile["rating"] = 5));

        var first = await service.Mirror.RefreshAsync();
        var stored = await service.RowsAsync();
        var second = await service.Mirror.RefreshAsync();

        Assert.Equal((0, 0, 0), (first.Added, first.Changed, first.Removed));
        Assert.All(stored, row => Assert.True(row.Json.AsSpan().IndexOf("\"rating\":5"u8) >= 0));
        Assert.Equal(0, second.Changed);
        Assert.Equal(stored.Select(row => row.RequestedAt), (await service.RowsAsync()).Select(row => row.RequestedAt));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ANumberOfNoStoppedPass_IsRejected(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(10));
        var report = await service.Mirror.RefreshAsync();

        var failure = await Assert.ThrowsAsync<ArgumentException>(() => service.Mirror.ApproveAsync(report.Pass));

        Assert.Contains($"No pass with the number {report.Pass} has stopped", failure.Message);
    }

    /// <summary>Lists profiles of its own, and answers 404 for all others.</summary>
    private static void AnswerAsAnotherAccount(MirroredService service) =>
        service.Emulator.Intercept = request =>
            request.PathAndQuery.Contains('?')
                ? EmulatorResponse.Json(200, """{"data":[],"next_page":null}""")
                : EmulatorResponse.Error(404, "not_found_error", "There is no such profile.");
}
