using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Mirror.Tests.Querying;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Passes;

public sealed class PassLedgerTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TheStatusOfEachMirrorOfADatabase_NamesTheScopeOfItsRows(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(3));
        using ProfilesClient other = new(new() { ApiKey = "sk-ant-test", BaseUrl = "https://other.example" });
        await using var otherMirror = await TestMirror.OpenAsync(mirror.Database, other);
        await otherMirror.Store.PutAsync(TestProfiles.Many(2));

        var scope = (await mirror.Mirror.GetStatusAsync()).Scope;
        var otherScope = (await otherMirror.GetStatusAsync()).Scope;

        await using var context = mirror.Database.Context();
        var rows = context.Set<MirroredProfile>().IgnoreQueryFilters();
        Assert.Equal(3, await rows.CountAsync(row => row.Scope == scope));
        Assert.Equal(2, await rows.CountAsync(row => row.Scope == otherScope));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AFailureOfAFullPass_StaysThroughPassesOverNewProfiles(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(150));
        await service.Mirror.RefreshAsync();
        service.Emulator.Intercept = _ => EmulatorResponse.Error(403, "permission_error", "No.");
        await Assert.ThrowsAsync<ProfilesPermissionException>(() => service.Mirror.RefreshAsync());
        service.Emulator.Intercept = null;

        await service.Mirror.RefreshNewAsync();
        await service.Mirror.RefreshStatusesAsync();

        Assert.StartsWith("Full: ", (await service.Mirror.GetStatusAsync()).LastError, StringComparison.Ordinal);
        await service.Mirror.RefreshAsync();
        Assert.Null((await service.Mirror.GetStatusAsync()).LastError);
    }

    [Theory]
    [OnSqlite]
    public async Task AFailureOfASmallerPass_EndsWithTheNextOfItsKind(DatabaseKind kind)
    {
        await using var service = await MirroredService.StartAsync(kind, TestProfiles.Many(150));
        await service.Mirror.RefreshAsync();
        service.Emulator.Intercept = _ => EmulatorResponse.Error(403, "permission_error", "No.");
        await Assert.ThrowsAsync<ProfilesPermissionException>(() => service.Mirror.RefreshNewAsync());
        service.Emulator.Intercept = null;

        await service.Mirror.RefreshStatusesAsync();
        var failed = (await service.Mirror.GetStatusAsync()).LastError;
        await service.Mirror.RefreshNewAsync();

        Assert.StartsWith("New: ", failed, StringComparison.Ordinal);
        Assert.Null((await service.Mirror.GetStatusAsync()).LastError);
    }
}
