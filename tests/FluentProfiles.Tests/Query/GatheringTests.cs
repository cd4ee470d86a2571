namespace FluentProfiles.Tests.Query;

public sealed class GatheringTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task Everything_IsGatheredPageByPage(int count, int requests)
    {
        await using var service = await TestService.StartAsync(count);
        var expected = TestProfiles.Newest(count, count);
        var query = service.Query();

        var list = await query.ToListAsync();
        var array = await query.ToArrayAsync();
        var set = await query.Select(p => p.Id).ToHashSetAsync();
        var byId = await query.ToDictionaryAsync(p => p.Id);
        var names = await query.ToDictionaryAsync(p => p.Id, p => p.Name);

        Assert.Equal(expected, list.Select(p => p.Id));
        Assert.Equal(expected, array.Select(p => p.Id));
        Assert.Equal(expected.Order(), set.Order());
        Assert.All(byId, pair => Assert.Equal(pair.Key, pair.Value.Id));
        Assert.Equal(expected.Order(), byId.Keys.Order());
        Assert.Equal(TestProfiles.Many(count).ToDictionary(p => p.Id, p => p.Name), names);
        Assert.Equal(5 * requests, service.Requests.Count);
    }

    [Fact]
    public async Task Comparers_DecideWhichItemsDiffer()
    {
        await using var service = await TestService.StartAsync(10);
        var plans = service.Query().Select(p => p.Metadata["plan"] ?? "PRO");

        Assert.Equal(3, (await plans.ToHashSetAsync()).Count);
        Assert.Equal(2, (await plans.ToHashSetAsync(StringComparer.OrdinalIgnoreCase)).Count);
        var byId = await service.Query().ToDictionaryAsync(p => p.Id, StringComparer.OrdinalIgnoreCase);
        Assert.Equal("a0002", byId["UPROF_000002"].Name);
    }

    [Fact]
    public async Task TwoItemsWithOneKey_Throw()
    {
        await using var service = await TestService.StartAsync(3);

        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await service.Query().ToDictionaryAsync(p => p.AccessType)
        );
    }

    [Fact]
    public async Task NullSelectors_Throw()
    {
        var query = ProfileQuery.FromItems([]);

        await Assert.ThrowsAsync<ArgumentNullException>(async () => await query.ToDictionaryAsync<string>(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () =>
            await query.ToDictionaryAsync<string, string>(p => p.Id, null!)
        );
    }
}
