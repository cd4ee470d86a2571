namespace FluentProfiles.Tests.Query;

public sealed class SingleTests
{
    [Fact]
    public async Task One_IsGivenWithOneRequestOfTwo()
    {
        await using var service = await TestService.StartAsync(1);

        Assert.Equal(TestProfiles.IdOf(0), (await service.Query().SingleAsync()).Id);
        Assert.Equal(TestProfiles.IdOf(0), (await service.Query().SingleOrDefaultAsync())!.Id);

        Assert.Equal(["2", "2"], service.Limits);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(250)]
    public async Task Several_ThrowAfterOneRequest(int count)
    {
        await using var service = await TestService.StartAsync(count);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await service.Query().SingleAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await service.Query().SingleOrDefaultAsync());

        Assert.Equal(["2", "2"], service.Limits);
    }

    [Fact]
    public async Task None_ThrowsOrGivesTheDefault()
    {
        await using var service = await TestService.StartAsync(120);
        var query = service.Query();
        var mine = new UserProfile { Id = "mine" };

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await query.SingleAsync(p => p.Name == "x"));
        Assert.Null(await query.SingleOrDefaultAsync(p => p.Name == "x"));
        Assert.Same(mine, await query.SingleOrDefaultAsync(p => p.Name == "x", mine));
        Assert.Same(mine, await query.Where(p => p.Name == "x").SingleOrDefaultAsync(mine));

        Assert.Equal(8, service.Requests.Count);
    }

    [Fact]
    public async Task PredicateOfSingle_NeedsToHoldForOneOnly()
    {
        await using var service = await TestService.StartAsync(250);
        var query = service.Query();

        Assert.Equal(TestProfiles.IdOf(7), (await query.SingleAsync(p => p.Name == "B0007")).Id);
        Assert.Equal(3, service.Requests.Count);
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await query.SingleAsync(p => p.Metadata["plan"] == "pro")
        );
        Assert.Equal(4, service.Requests.Count);
    }
}
