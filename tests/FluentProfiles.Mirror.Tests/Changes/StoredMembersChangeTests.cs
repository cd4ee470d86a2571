using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Changes;

/// <summary>What a change of <see cref="ProfileMirrorOptions.Store"/> writes into the feed.</summary>
public sealed class StoredMembersChangeTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AMemberThatIsLeftOut_IsNoChange(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        var token = await service.Mirror.GetChangesTokenAsync();

        await service.ReopenAsync(options => options.Store(members => members.Except(p => p.Name)));
        var pass = await service.Mirror.RefreshAsync();

        Assert.Equal((0, 0, 0), (pass.Added, pass.Changed, pass.Removed));
        Assert.All(await service.RowsAsync(), row => Assert.Null(row.Name));
        Assert.Empty(await service.Mirror.ChangesAsync(after: token).ToListAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AMemberThatIsStoredAgain_IsAChangeOfTheNextFullPass(DatabaseKind kind)
    {
        await using var service = await StartAsync(kind);
        await service.ReopenAsync(options => options.Store(members => members.Except(p => p.Name)));
        var token = await service.Mirror.GetChangesTokenAsync();

        await service.ReopenAsync();
        Assert.Empty(await service.Mirror.ChangesAsync(after: token).ToListAsync());
        await service.Mirror.RefreshAsync();

        var named = service.Emulator.Profiles.Where(profile => profile.Name is not null).Select(profile => profile.Id);
        var changes = await service.Mirror.ChangesAsync(after: token).ToListAsync();
        Assert.NotEmpty(changes);
        Assert.Equal(named.Order(), changes.Select(change => change.ProfileId).Order());
        Assert.All(changes, change => Assert.Equal([nameof(UserProfile.Name)], change.Fields));
    }

    private static async Task<MirroredService> StartAsync(DatabaseKind kind)
    {
        var service = await MirroredService.StartAsync(kind, TestProfiles.Many(8));
        await service.Mirror.RefreshAsync();
        return service;
    }
}
