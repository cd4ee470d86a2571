namespace FluentProfiles.Tests.Operators.Orders;

public sealed class ReverseTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public async Task OfTheServicesOrder_TurnsItRound(int count)
    {
        await using var service = await TestService.StartAsync(count);

        var ids = await service.Query().Reverse().Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Many(count).Select(p => p.Id), ids);
        Assert.StartsWith("GET /v1/user_profiles?limit=100&order=asc&order_by=created_at", service.Requests[0]);
    }

    [Fact]
    public async Task Twice_IsTheOrderBefore()
    {
        await using var service = await TestService.StartAsync(5);

        var ids = await service.Query().Reverse().Where(p => p.Id != "").Reverse().Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Newest(5, 5), ids);
    }

    [Fact]
    public async Task BeforeTake_TakesFromTheOtherEnd()
    {
        await using var service = await TestService.StartAsync(150);

        var ids = await service.Query().Reverse().Take(3).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([0, 1, 2]), ids);
        Assert.Equal(["GET /v1/user_profiles?limit=3&order=asc&order_by=created_at"], service.Requests);
    }

    [Fact]
    public async Task AfterTake_TurnsThoseTakenRound()
    {
        await using var service = await TestService.StartAsync(150);

        var ids = await service.Query().Take(3).Reverse().Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([147, 148, 149]), ids);
        Assert.Equal(["GET /v1/user_profiles?limit=3"], service.Requests);
    }

    [Fact]
    public async Task AfterSkip_TurnsTheRestRound()
    {
        await using var service = await TestService.StartAsync(150);

        var ids = await service.Query().Skip(3).Reverse().Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Many(147).Select(p => p.Id), ids);
    }

    [Fact]
    public async Task OfNames_IsReadAndReversed()
    {
        await using var service = await TestService.StartAsync(120);

        var names = await service.Query().OrderBy(p => p.Name).Reverse().Select(p => p.Name).ToListAsync();

        var expected = await service.Query().OrderBy(p => p.Name).Select(p => p.Name).ToListAsync();
        expected.Reverse();
        Assert.Equal(expected, names);
        Assert.StartsWith("GET /v1/user_profiles?limit=100&order=asc&order_by=name", service.Requests[0]);
    }

    [Fact]
    public async Task BehindWhereOnClient_TurnsTheScanRound()
    {
        await using var service = await TestService.StartAsync(10);

        var ids = await service.Query().WhereOnClient(p => p.Name is null).Reverse().Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([0, 5]), ids);
    }

    [Fact]
    public async Task OfNamesBeforeTake_ReadsEverything()
    {
        await using var service = await TestService.StartAsync(120);

        var names = await service
            .Query()
            .OrderBy(p => p.Name)
            .Reverse()
            .Skip(24)
            .Take(2)
            .Select(p => p.Name)
            .ToListAsync();

        Assert.Equal(["B0119", "B0117"], names);
    }

    [Fact]
    public async Task AfterSkipBeforeTake_TakesTheOldest()
    {
        await using var service = await TestService.StartAsync(150);

        var ids = await service.Query().Skip(3).Reverse().Take(2).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([0, 1]), ids);
    }
}
