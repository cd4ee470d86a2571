namespace FluentProfiles.Tests.Planning.Order;

public sealed class TurnedOrderTests
{
    private const string FromOldest = "&order=asc&order_by=created_at";
    private const string FromNewest = "&order=desc&order_by=created_at";

    [Fact]
    public async Task MinByAndMaxByCreatedAt_AskForOneProfile()
    {
        await using var service = await TestService.StartAsync(300);

        Assert.Equal(TestProfiles.IdOf(0), (await service.Query().MinByAsync(p => p.CreatedAt))!.Id);
        Assert.Equal(TestProfiles.IdOf(299), (await service.Query().MaxByAsync(p => p.CreatedAt))!.Id);
        Assert.Equal(TestProfiles.Start, await service.Query().MinAsync(p => p.CreatedAt));
        Assert.Equal(TestProfiles.Start.AddMinutes(299), await service.Query().Select(p => p.CreatedAt).MaxAsync());

        Assert.Equal(
            [
                "GET /v1/user_profiles?limit=1" + FromOldest,
                "GET /v1/user_profiles?limit=1" + FromNewest,
                "GET /v1/user_profiles?limit=1" + FromOldest,
                "GET /v1/user_profiles?limit=1" + FromNewest,
            ],
            service.Requests
        );
    }

    [Fact]
    public async Task MinByAnotherKeyOrBehindTake_IsFoundHere()
    {
        await using var service = await TestService.StartAsync(300);

        Assert.Equal(TestProfiles.IdOf(299), (await service.Query().MinByAsync(p => p.UpdatedAt))!.Id);
        Assert.Equal(TestProfiles.IdOf(290), (await service.Query().Take(10).MinByAsync(p => p.CreatedAt))!.Id);

        Assert.Equal(4, service.Requests.Count);
        Assert.Equal("GET /v1/user_profiles?limit=10", service.Requests[3]);
    }

    [Fact]
    public async Task SkipThenReverse_TurnsRoundAndHoldsBack()
    {
        await using var service = await TestService.StartAsync(250);
        var query = service.Query().Skip(3).Reverse().Take(5);

        Assert.Equal(TestProfiles.Ids([0, 1, 2, 3, 4]), await query.Select(p => p.Id).ToListAsync());

        Assert.Equal(["GET /v1/user_profiles?limit=8" + FromOldest], service.Requests);
        Assert.Contains("reversed", Assert.Single(query.Explain().OnClient));
    }

    [Fact]
    public async Task SkipThenReverse_GivesAllButTheLast()
    {
        await using var service = await TestService.StartAsync(6);

        Assert.Equal(TestProfiles.Ids([0, 1, 2]), await IdsOf(service.Query().Skip(3).Reverse()));
        Assert.Equal(TestProfiles.Ids([0, 1, 2]), await IdsOf(service.Query().Skip(3).OrderBy(p => p.CreatedAt)));
        Assert.Equal(TestProfiles.Ids([2, 1, 0]), await IdsOf(service.Query().Skip(3).Reverse().Reverse()));
        Assert.Equal(TestProfiles.Ids([2, 1, 0]), await IdsOf(service.Query().Skip(3).OrderByDescending()));
        Assert.Equal(TestProfiles.Ids([2, 1]), await IdsOf(service.Query().Skip(3).Reverse().Skip(1).Reverse()));
        Assert.Empty(await IdsOf(service.Query().Skip(6).Reverse()));
        Assert.Equal(TestProfiles.IdOf(0), (await service.Query().Skip(3).LastAsync()).Id);
    }

    [Fact]
    public async Task SkipThenOrderByName_IsReadAndSortedHere()
    {
        await using var service = await TestService.StartAsync(6);
        var query = service.Query().Skip(1).OrderBy(p => p.Name);

        // Newest is 5 (a null name), which is skipped; of the rest, names ignoring case: a0002, a0004, B0001, B0003, null.
        Assert.Equal(TestProfiles.Ids([2, 4, 1, 3, 0]), await IdsOf(query));
        Assert.Contains(
            "all items are read",
            Assert.Single(query.Explain().OnClient, step => step.StartsWith("OrderBy"))
        );
    }

    [Fact]
    public async Task ReverseOfNames_IsReadAndReversedHere()
    {
        await using var service = await TestService.StartAsync(6);

        Assert.Equal(
            TestProfiles.Ids([3, 1, 4, 2]),
            (await IdsOf(service.Query().OrderBy(p => p.Name).Reverse())).Skip(2)
        );
        Assert.Null((await service.Query().OrderBy(p => p.Name).LastAsync()).Name);

        Assert.All(
            service.Requests,
            request => Assert.Equal("GET /v1/user_profiles?limit=100&order=asc&order_by=name", request)
        );
    }

    private static ValueTask<List<string>> IdsOf(ProfileQuery<UserProfile> query) =>
        query.Select(p => p.Id).ToListAsync();
}
