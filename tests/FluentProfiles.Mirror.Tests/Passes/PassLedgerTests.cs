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
}
