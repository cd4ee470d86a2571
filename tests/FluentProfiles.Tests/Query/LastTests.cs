namespace FluentProfiles.Tests.Query;

public sealed class LastTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(250)]
    public async Task WithoutFilter_TurnsTheOrderRoundAndAsksForOne(int count)
    {
        await using var service = await TestService.StartAsync(count);

        Assert.Equal(TestProfiles.IdOf(0), (await service.Query().LastAsync()).Id);
        Assert.Equal(TestProfiles.IdOf(count - 1), (await service.Query().OrderBy().LastOrDefaultAsync())!.Id);

        Assert.Equal(
            [
                "GET /v1/user_profiles?limit=1&order=asc&order_by=created_at",
                "GET /v1/user_profiles?limit=1&order=desc&order_by=created_at",
            ],
            service.Requests
        );
    }

    [Fact]
    public async Task ByName_HasNoReverse()
    {
        await using var service = await TestService.StartAsync(14);

        Assert.Null(await service.Query().OrderBy(p => p.Name).Select(p => p.Name).LastAsync());
        Assert.Equal("B0013", (await service.Query().OrderBy(p => p.Name).LastAsync(p => p.Name != null)).Name);

        Assert.All(service.Requests, request => Assert.EndsWith("order=asc&order_by=name", request));
    }

    [Fact]
    public async Task WithClientFilter_ReadsFromTheOtherEnd()
    {
        await using var service = await TestService.StartAsync(250);

        var profile = await service.Query().LastAsync(p => p.Metadata["plan"] == "free");

        Assert.Equal(TestProfiles.IdOf(1), profile.Id);
        Assert.Equal(["GET /v1/user_profiles?limit=100&order=asc&order_by=created_at"], service.Requests);
    }

    [Fact]
    public async Task OfThoseTaken_IsTheLastOfThem()
    {
        await using var service = await TestService.StartAsync(250);

        Assert.Equal(TestProfiles.IdOf(240), (await service.Query().Take(10).LastAsync()).Id);
        Assert.Equal(TestProfiles.IdOf(244), (await service.Query().Take(10).LastAsync(p => p.Id.EndsWith('4'))).Id);
        Assert.Equal(TestProfiles.IdOf(0), (await service.Query().Skip(10).LastAsync()).Id);
        Assert.Equal("uprof_000000!", await service.Query().Select(p => p.Id + "!").LastAsync());
    }

    [Fact]
    public async Task None_ThrowsOrGivesTheDefault()
    {
        await using var service = await TestService.StartAsync(5);
        var query = service.Query().Skip(5);
        var mine = new UserProfile { Id = "mine" };

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await query.LastAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await query.LastAsync(p => p.Name == null));
        Assert.Null(await query.LastOrDefaultAsync());
        Assert.Null(await query.LastOrDefaultAsync(p => p.Name == null));
        Assert.Same(mine, await query.LastOrDefaultAsync(mine));
        Assert.Same(mine, await query.LastOrDefaultAsync(p => p.Name == null, mine));
    }
}
