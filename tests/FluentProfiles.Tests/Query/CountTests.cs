namespace FluentProfiles.Tests.Query;

public sealed class CountTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task EveryPage_IsReadInHundreds(int count, int requests)
    {
        await using var service = await TestService.StartAsync(count);
        var query = service.Query();

        Assert.Equal(count, await query.CountAsync());
        Assert.Equal(count, await query.LongCountAsync());
        Assert.Equal(
            TestProfiles.IdsWhere(count, p => p.Name is null).Length,
            await query.CountAsync(p => p.Name == null)
        );
        Assert.Equal(
            TestProfiles.IdsWhere(count, p => p.Name is null).Length,
            await query.LongCountAsync(p => p.Name == null)
        );

        Assert.Equal(4 * requests, service.Requests.Count);
        Assert.All(service.Limits, limit => Assert.Equal("100", limit));
    }

    [Fact]
    public async Task Window_LimitsWhatIsRead()
    {
        await using var service = await TestService.StartAsync(250);

        Assert.Equal(30, await service.Query().Take(30).CountAsync());
        Assert.Equal(20, await service.Query().Skip(230).CountAsync());
        Assert.Equal(0, await service.Query().Take(0).CountAsync());

        Assert.Equal(["30", "100", "100", "100"], service.Limits);
    }

    [Fact]
    public async Task BehindSelect_CountsItems()
    {
        await using var service = await TestService.StartAsync(20);

        Assert.Equal(16, await service.Query().Select(p => p.Name!.Length).CountAsync(length => length > 0));
    }
}
