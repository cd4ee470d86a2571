using System.Globalization;
using System.Text.Json.Nodes;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Passes;

/// <summary>A pass that has stopped is followed by others, each hour in an application with a refresher.</summary>
public sealed class RepeatedStopTests
{
    private const string WrongName = "Wrong";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FurtherAttempts_ChangeNoMoreThanTheFirstMay(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        ListWrongNames(service);

        var first = await StopAsync(service);
        var wrong = await WrongAsync(service);
        var second = await StopAsync(service);
        var third = await StopAsync(service);

        Assert.All([first, second, third], stop => Assert.Equal(MirrorStopReason.TooManyChanged, stop.Reason));
        Assert.Contains("200 of 450 stored profiles or more have changed", third.Message);
        Assert.Equal((100, 100), (wrong, await WrongAsync(service)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AServiceThatIsRightAgain_NeedsNoApproval(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        ListWrongNames(service);
        await StopAsync(service);
        await StopAsync(service);
        service.Emulator.Intercept = null;

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal(100, report.Changed);
        await service.AssertIsSameAsync();
        // A pass that is complete ends the count.
        ListWrongNames(service, from: 330);
        Assert.Equal(120, (await service.Mirror.RefreshAsync()).Changed);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AStopForAnotherReasonBetweenThem_EndsNoCount(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        ListWrongNames(service);
        await StopAsync(service);
        service.Emulator.Intercept = request =>
            request.PathAndQuery.Contains('?')
                ? EmulatorResponse.Json(200, """{"data":[],"next_page":null}""")
                : EmulatorResponse.Error(404, "not_found_error", "There is no such profile.");
        Assert.Equal(MirrorStopReason.UnknownProfiles, (await StopAsync(service)).Reason);
        ListWrongNames(service);

        var stop = await StopAsync(service);

        Assert.Equal(MirrorStopReason.TooManyChanged, stop.Reason);
        Assert.Equal(100, await WrongAsync(service));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AnApprovedPass_EndsTheCount(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind);
        ListWrongNames(service);
        await StopAsync(service);
        await service.Mirror.ApproveAsync((await StopAsync(service)).Pass);
        Assert.Equal(450, await WrongAsync(service));
        service.ChangePages(page =>
            PageChange.Each(page, profile => profile["name"] = NumberOf(profile) < 330 ? WrongName : "Other")
        );

        var report = await service.Mirror.RefreshAsync();

        Assert.Equal(120, report.Changed);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FurtherAttempts_StopBeforeTheyAddMoreThanTheFirstMay(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind, 100);
        AddMany(service);

        await StopAsync(service);
        await StopAsync(service);
        var stop = await StopAsync(service);

        Assert.Equal(MirrorStopReason.TooManyAdded, stop.Reason);
        Assert.Contains("the listing has 200 new profiles or more, the mirror had 100", stop.Message);
        Assert.Equal(200, (await service.Mirror.GetStatusAsync()).Rows);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AFullPassThatIsComplete_EndsTheCountOfOtherKinds(DatabaseKind kind)
    {
        await using var service = await LoadedAsync(kind, 100);
        AddMany(service);
        await Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshNewAsync());
        await service.Mirror.ApproveAsync((await StopAsync(service)).Pass);
        foreach (var profile in TestProfiles.Many(455)[450..])
            service.Emulator.Add(profile);

        var report = await service.Mirror.RefreshNewAsync();

        Assert.Equal(5, report.Added);
        await service.AssertIsSameAsync();
    }

    private static async Task<MirroredService> LoadedAsync(DatabaseKind kind, int count = 450)
    {
        // A page of changes is allowed, and two are not.
        var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(count),
            options => (options.MaxChangedShare, options.MaxAddedShare) = (0.3, 1)
        );
        await service.Mirror.RefreshAsync();
        return service;
    }

    private static Task<MirrorStoppedException> StopAsync(MirroredService service) =>
        Assert.ThrowsAsync<MirrorStoppedException>(() => service.Mirror.RefreshAsync());

    private static void AddMany(MirroredService service)
    {
        foreach (var profile in TestProfiles.Many(450)[100..])
            service.Emulator.Add(profile);
    }

    private static void ListWrongNames(MirroredService service, int from = 0) =>
        service.ChangePages(page =>
            PageChange.Each(
                page,
                profile =>
                {
                    if (NumberOf(profile) >= from)
                        profile["name"] = WrongName;
                }
            )
        );

    private static int NumberOf(JsonObject profile) =>
        int.Parse(((string)profile["id"]!)["uprof_".Length..], CultureInfo.InvariantCulture);

    private static async Task<int> WrongAsync(MirroredService service) =>
        await service.Mirror.Query().AllowPartial().CountAsync(p => p.Name == WrongName);
}
