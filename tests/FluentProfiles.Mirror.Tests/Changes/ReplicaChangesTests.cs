using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Changes;

/// <summary>The feed of a mirror whose queries read a copy of the database.</summary>
public sealed class ReplicaChangesTests
{
    [Fact]
    public async Task ABaselineOfALateCopy_LosesNoChange()
    {
        await using var service = await LoadedAsync();
        LateCopy copy = new(service.Database);
        await copy.UpdateAsync();
        await using var mirror = await OpenAsync(service, copy);
        await service.ChangeAsync([3]);

        var token = await mirror.GetChangesTokenAsync();
        var baseline = await mirror.Query().ToDictionaryAsync(profile => profile.Id, profile => profile.Metadata);
        Assert.Empty(await mirror.ChangesAsync(token).ToListAsync());
        await copy.UpdateAsync();
        var changes = await mirror.ChangesAsync(token).ToListAsync();

        Assert.False(baseline[TestProfiles.IdOf(3)].ContainsKey("turn"));
        Assert.Equal(TestProfiles.IdOf(3), Assert.Single(changes).ProfileId);
    }

    [Fact]
    public async Task AChangeThatIsFollowed_IsFoundByQueries()
    {
        await using var service = await LoadedAsync();
        LateCopy copy = new(service.Database);
        await copy.UpdateAsync();
        await using var mirror = await OpenAsync(service, copy);
        var token = await mirror.GetChangesTokenAsync();
        await using var following = mirror.FollowChangesAsync(token, TimeSpan.FromMilliseconds(5)).GetAsyncEnumerator();

        var next = following.MoveNextAsync().AsTask();
        await service.ChangeAsync([3]);
        Assert.False(next.IsCompleted);
        await copy.UpdateAsync();
        Assert.True(await next.WaitAsync(TimeSpan.FromMinutes(1)));

        var id = following.Current.ProfileId;
        Assert.True((await mirror.Query().FirstAsync(profile => profile.Id == id)).Metadata.ContainsKey("turn"));
    }

    [Fact]
    public async Task ATokenThatIsAheadOfTheCopy_WaitsForIt()
    {
        await using var service = await LoadedAsync();
        LateCopy copy = new(service.Database);
        await copy.UpdateAsync();
        await using var mirror = await OpenAsync(service, copy);
        await service.ChangeAsync([3]);
        var token = await service.Mirror.GetChangesTokenAsync();

        var early = await mirror.ChangesAsync(token).ToListAsync();
        await service.ChangeAsync([4]);
        await copy.UpdateAsync();
        var late = await mirror.ChangesAsync(token).ToListAsync();

        Assert.Empty(early);
        Assert.Equal(TestProfiles.IdOf(4), Assert.Single(late).ProfileId);
    }

    [Fact]
    public async Task ATokenOfAFeedThatTheCopyLacksStill_WaitsForIt()
    {
        await using var service = await LoadedAsync();
        LateCopy copy = new(service.Database);
        await copy.UpdateAsync();
        await using var mirror = await OpenAsync(service, copy);
        var old = await mirror.GetChangesTokenAsync();
        await service.Mirror.ResetAsync();
        await service.Mirror.RefreshAsync();
        var token = await service.Mirror.GetChangesTokenAsync();

        Assert.Empty(await mirror.ChangesAsync(token).ToListAsync());
        await copy.UpdateAsync();
        Assert.Empty(await mirror.ChangesAsync(token).ToListAsync());

        await Assert.ThrowsAsync<MirrorChangesExpiredException>(async () =>
            await mirror.ChangesAsync(old).ToListAsync()
        );
    }

    [Fact]
    public async Task ACopyWithoutTheMirror_IsNotReady()
    {
        await using var service = await LoadedAsync();
        await using var empty = await TestDatabase.CreateWithTablesAsync(DatabaseKind.Sqlite);
        await using var mirror = await service.OpenAnotherAsync(options =>
            options.QueryFrom(new TestContexts<OrdersContext>(empty.Context))
        );

        await Assert.ThrowsAsync<MirrorNotReadyException>(() => mirror.GetChangesTokenAsync());
        await Assert.ThrowsAsync<MirrorNotReadyException>(async () => await mirror.ChangesAsync().ToListAsync());
        await Assert.ThrowsAsync<MirrorNotReadyException>(async () => await mirror.Query().ToListAsync());
    }

    private static async Task<MirroredService> LoadedAsync()
    {
        var service = await MirroredService.StartAsync(DatabaseKind.Sqlite, TestProfiles.Many(12));
        await service.Mirror.RefreshAsync();
        return service;
    }

    private static Task<ProfileMirror> OpenAsync(MirroredService service, LateCopy copy) =>
        service.OpenAnotherAsync(options => options.QueryFrom(copy));
}
