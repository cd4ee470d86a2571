namespace FluentProfiles.Tests.Operators.Windows;

public sealed class SkipTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(100, 99, 1)]
    [InlineData(101, 100, 2)]
    [InlineData(250, 7, 3)]
    public async Task Some_AreReadAndDropped(int count, int skipped, int requests)
    {
        await using var service = await TestService.StartAsync(count);

        var ids = await service.Query().Skip(skipped).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Newest(count, count).Skip(skipped), ids);
        Assert.Equal(requests, service.Requests.Count);
    }

    [Fact]
    public async Task BehindWhere_LeavesOutMatches()
    {
        await using var service = await TestService.StartAsync(250);

        var ids = await service
            .Query()
            .Where(p => p.Metadata["plan"] == "pro")
            .Skip(70)
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(TestProfiles.IdsWhere(250, p => p.Metadata["plan"] == "pro").Skip(70), ids);
    }

    [Fact]
    public async Task BeforeWhere_LeavesOutProfiles()
    {
        await using var service = await TestService.StartAsync(30);

        var ids = await service
            .Query()
            .Skip(4)
            .Where(p => p.EnforcementStatus == "banned")
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(TestProfiles.Ids([23, 19, 15, 11, 7, 3]), ids);
        Assert.Equal(["GET /v1/user_profiles?limit=100"], service.Requests);
    }

    [Fact]
    public async Task OrderBehindIt_SortsTheRest()
    {
        await using var service = await TestService.StartAsync(120);

        var ids = await service.Query().Skip(110).OrderBy(p => p.CreatedAt).Select(p => p.Id).ToListAsync();
        var names = await service.Query().Skip(110).OrderBy(p => p.Name).Select(p => p.Name).ToListAsync();

        Assert.Equal(TestProfiles.Many(10).Select(p => p.Id), ids);
        Assert.Equal(["a0002", "a0004", "a0006", "a0008", "B0001", "B0003", "B0007", "B0009", null, null], names);
    }

    [Fact]
    public void Negative_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProfileQuery.FromItems([]).Skip(-1));
}
