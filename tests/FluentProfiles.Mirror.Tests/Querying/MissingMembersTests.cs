using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Querying;

public sealed class MissingMembersTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task MembersThatAreStoredAgain_NeedAFullPass(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateWithTablesAsync(kind);
        using ProfilesClient client = new(new() { ApiKey = "sk-ant-test", BaseUrl = "https://api.example" });
        await using (var before = await TestMirror.OpenAsync(database, client, WithLess()))
            await FillAsync(before);
        await using var mirror = await TestMirror.OpenAsync(database, client);
        var query = mirror.Query();

        await AssertRefusedAsync("name", query.Where(p => p.Name == "a0002"));
        await AssertRefusedAsync("name", query.Where(p => p.Name!.StartsWith('a')));
        await AssertRefusedAsync("name", query.OrderBy(p => p.Name));
        await AssertRefusedAsync("name", query.Select(p => p.Name));
        await AssertRefusedAsync(
            "external_user_details.country",
            query.Where(p => p.ExternalUserDetails.Country == "US")
        );
        await AssertRefusedAsync("the metadata key \"plan\"", query.Where(p => p.Metadata["plan"] == "pro"));
        Assert.Equal(3, (await query.ToListAsync()).Count);
        Assert.Equal(1, await query.CountAsync(p => p.ExternalUserDetails.ReferenceId == "user-2"));
        Assert.Equal(0, await query.Where(p => p.Name == "a0002").AllowPartial().CountAsync());
        await FillAsync(mirror);
        Assert.Equal(1, await query.CountAsync(p => p.Name == "a0002" && p.Metadata["plan"] == "pro"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task WhatAnotherProcessRemoves_IsRejected(DatabaseKind kind)
    {
        await using var mirror = await TestMirror.OfAsync(kind, TestProfiles.Many(3));
        await using var other = await TestMirror.OpenAsync(mirror.Database, mirror.Mirror.Client, WithLess());

        await AssertRefusedAsync("name", mirror.Query().Where(p => p.Name == "a0002"));
        Assert.Equal(3, await other.Query().CountAsync(p => p.ExternalUserDetails.ReferenceId != null));
    }

    private static ProfileMirrorOptions WithLess()
    {
        ProfileMirrorOptions options = new();
        options.Store(members =>
            members.Except(p => p.Name).Except(p => p.ExternalUserDetails.Country).ExceptMetadata("plan")
        );
        return options;
    }

    private static async Task FillAsync(ProfileMirror mirror)
    {
        await mirror.Store.PutAsync(TestProfiles.Many(3));
        await mirror.Store.CompleteAsync(TestMirror.AsOf);
    }

    private static async Task AssertRefusedAsync<T>(string member, ProfileQuery<T> query)
    {
        var refused = await Assert.ThrowsAsync<MirrorNotReadyException>(() => query.ToListAsync().AsTask());
        Assert.StartsWith($"The query needs {member}, which stored", refused.Message, StringComparison.Ordinal);
    }
}
