namespace FluentProfiles.Tests.Planning.Order;

public sealed class UnsupportedOrderTests
{
    [Fact]
    public async Task UnboundedOrderByAnotherKey_Throws()
    {
        await using var service = await TestService.StartAsync(3);
        var query = service.Query().Where(p => p.Name != null).OrderBy(p => p.UpdatedAt);

        var ofExplain = Assert.Throws<UnsupportedQueryException>(() => query.Explain());
        var ofRun = await Assert.ThrowsAsync<UnsupportedQueryException>(async () => await query.ToListAsync());

        Assert.Equal(ofExplain.Message, ofRun.Message);
        Assert.IsAssignableFrom<NotSupportedException>(ofRun);
        Assert.Contains("p.UpdatedAt", ofRun.Message, StringComparison.Ordinal);
        Assert.Contains("AsAsyncEnumerable()", ofRun.Message, StringComparison.Ordinal);
        Assert.Contains("Take(", ofRun.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public void Message_ShowsTheOrderWithoutValues()
    {
        var secret = "jane";
        var query = ProfileQuery.FromItems([]).OrderByDescending(p => p.Metadata[secret]);

        Assert.Equal(
            "OrderByDescending(p => p.Metadata[?]): the service can sort only by CreatedAt and Name, and the query has no upper bound, so sorting it would require reading every profile. "
                + "Sort by one of these, write Take(n) before it to sort n items on the client, or write AsAsyncEnumerable() before it to read everything.",
            Assert.Throws<UnsupportedQueryException>(() => query.Explain()).Message
        );
    }

    [Fact]
    public void ProfileOperatorBehindSelect_Throws()
    {
        var selected = ProfileQuery.FromItems([]).Take(5).Select(p => p.Name + "!").Where(n => n != "!");

        Assert.Equal(
            "OrderBy() needs the profile, but the Select before it returns something else. Move it before the Select.",
            Assert.Throws<UnsupportedQueryException>(() => selected.OrderBy().Explain()).Message
        );
        Assert.Equal(
            "WithDetails(4) needs the profile, but the Select before it returns something else. Move it before the Select.",
            Assert.Throws<UnsupportedQueryException>(() => selected.WithDetails().Explain()).Message
        );
    }

    [Fact]
    public void EveryUnboundedKeyButTwo_Throws()
    {
        var query = ProfileQuery.FromItems([]);

        Assert.Throws<UnsupportedQueryException>(() => query.OrderByDescending(p => p.Id).Explain());
        Assert.Throws<UnsupportedQueryException>(() => query.OrderBy(p => p.Name!.Length).Explain());
        Assert.Throws<UnsupportedQueryException>(() => query.OrderBy(p => p.Metadata["plan"]).Explain());
        Assert.Throws<UnsupportedQueryException>(() => query.OrderBy(p => p.UpdatedAt).Take(5).Explain());
        Assert.Throws<UnsupportedQueryException>(() => query.OrderBy(p => p.UpdatedAt).Reverse().Explain());
        Assert.Throws<UnsupportedQueryException>(() => query.Skip(5).OrderBy(p => p.UpdatedAt).Explain());
        Assert.Throws<UnsupportedQueryException>(() => query.Select(p => p.Name + "!").OrderBy(n => n).Explain());
        Assert.Throws<UnsupportedQueryException>(() =>
            query.Select(p => p.Name + "!").Where(n => n != "").OrderBy().Explain()
        );
        Assert.Equal("name", query.OrderBy(p => p.Name).Explain().OrderBy);
        Assert.Equal("created_at", query.OrderBy(p => p.CreatedAt).Explain().OrderBy);
    }

    [Fact]
    public async Task ReplacedByALaterOrder_DoesNotThrow()
    {
        await using var service = await TestService.StartAsync(5);

        var ids = await service.Query().OrderBy(p => p.UpdatedAt).OrderBy().Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([0, 1, 2, 3, 4]), ids);
        Assert.Equal(["GET /v1/user_profiles?limit=100&order=asc&order_by=created_at"], service.Requests);
    }

    [Fact]
    public async Task AfterTake_IsSortedOnTheClient()
    {
        await using var service = await TestService.StartAsync(50);

        var ids = await service.Query().Take(4).OrderByDescending(p => p.UpdatedAt).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([46, 47, 48, 49]), ids);
        Assert.Equal(["GET /v1/user_profiles?limit=4"], service.Requests);
    }

    [Fact]
    public async Task AfterAsAsyncEnumerable_IsSortedOnTheClient()
    {
        await using var service = await TestService.StartAsync(150);

        var profiles = await service.Query().AsAsyncEnumerable().OrderBy(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Many(150).Select(p => p.Id), profiles.Select(p => p.Id));
        Assert.Equal(2, service.Requests.Count);
    }
}
