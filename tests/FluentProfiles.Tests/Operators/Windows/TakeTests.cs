namespace FluentProfiles.Tests.Operators.Windows;

public sealed class TakeTests
{
    [Theory]
    [InlineData(1, "1")]
    [InlineData(50, "50")]
    [InlineData(100, "100")]
    [InlineData(101, "51 51")]
    [InlineData(250, "84 84 84")]
    public async Task OverEnoughProfiles_SendsFewestRequestsOfEqualSize(int count, string limits)
    {
        await using var service = await TestService.StartAsync(300);

        var ids = await service.Query().Take(count).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Newest(300, count), ids);
        Assert.Equal(limits.Split(' '), service.Limits);
    }

    [Fact]
    public async Task Fifty_SendsOneRequest()
    {
        await using var service = await TestService.StartAsync(300);

        var profiles = await service.Query().OrderByDescending(p => p.CreatedAt).Take(50).ToListAsync();

        Assert.Equal(TestProfiles.Newest(300, 50), profiles.Select(p => p.Id));
        Assert.Equal(["GET /v1/user_profiles?limit=50&order=desc&order_by=created_at"], service.Requests);
    }

    [Fact]
    public async Task Zero_SendsNothing()
    {
        await using var service = await TestService.StartAsync(3);

        Assert.Empty(await service.Query().Take(0).ToListAsync());

        Assert.Empty(service.Requests);
    }

    [Fact]
    public void Negative_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProfileQuery.FromItems([]).Take(-1));

    [Fact]
    public async Task BeforeWhere_LeavesThoseTakenToTheFilter()
    {
        await using var service = await TestService.StartAsync(300);

        var ids = await service
            .Query()
            .Take(10)
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned)
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(TestProfiles.Ids([299, 295, 291]), ids);
        Assert.Equal(["GET /v1/user_profiles?limit=10"], service.Requests);
    }
}
