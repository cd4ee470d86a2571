using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

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
    public async Task ProfilesOfOneInstantOnSeveralPages_AreEachStored(DatabaseKind kind)
    {
        var profiles = TestProfiles
            .Many(450)
            .Select((profile, i) => profile with { CreatedAt = TestProfiles.Start.AddMinutes(i / 150) })
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
}
