namespace FluentProfiles.Tests.Query;

public sealed class FirstTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(250)]
    public async Task WithoutFilter_AsksForOne(int count)
    {
        await using var service = await TestService.StartAsync(count);

        Assert.Equal(TestProfiles.IdOf(count - 1), (await service.Query().FirstAsync()).Id);
        Assert.Equal(TestProfiles.IdOf(count - 1), (await service.Query().FirstOrDefaultAsync())!.Id);

        Assert.Equal(["GET /v1/user_profiles?limit=1", "GET /v1/user_profiles?limit=1"], service.Requests);
    }

    [Fact]
    public async Task Order_DecidesWhichIsFirst()
    {
        await using var service = await TestService.StartAsync(30);

        Assert.Equal(TestProfiles.IdOf(0), (await service.Query().OrderBy().FirstAsync()).Id);
        Assert.Equal("B0029", (await service.Query().OrderByDescending(p => p.Name).FirstAsync()).Name);
        Assert.Equal("a0002", await service.Query().OrderBy(p => p.Name).Select(p => p.Name).FirstAsync());

        Assert.Equal(["1", "1", "1"], service.Limits);
    }

    [Theory]
    [InlineData(249, 1)]
    [InlineData(120, 2)]
    [InlineData(3, 3)]
    public async Task WithClientFilter_ReadsUntilTheFirstMatch(int number, int requests)
    {
        await using var service = await TestService.StartAsync(250);
        var reference = $"user-{number}";

        var profile = await service.Query().FirstAsync(p => p.ExternalUserDetails.ReferenceId == reference);

        Assert.Equal(TestProfiles.IdOf(number), profile.Id);
        Assert.Equal(requests, service.Requests.Count);
    }

    [Fact]
    public async Task None_ThrowsOrGivesTheDefault()
    {
        await using var service = await TestService.StartAsync(0);
        var query = service.Query();
        var mine = new UserProfile { Id = "mine" };

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await query.FirstAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await query.FirstAsync(p => p.Name == null));
        Assert.Null(await query.FirstOrDefaultAsync());
        Assert.Null(await query.FirstOrDefaultAsync(p => p.Name == null));
        Assert.Same(mine, await query.FirstOrDefaultAsync(mine));
        Assert.Same(mine, await query.FirstOrDefaultAsync(p => p.Name == null, mine));
        Assert.Equal(0, await query.Select(p => p.Name!.Length).FirstOrDefaultAsync());
        Assert.Equal(7, service.Requests.Count);
    }
}
