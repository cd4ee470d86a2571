namespace FluentProfiles.AddedFields.Tests;

/// <summary>A number marked as sortable, and nothing else, is a sort key everywhere.</summary>
public sealed class AddedSortKeyTests
{
    [Fact]
    public async Task Order_IsSentAndListedByTheEmulator()
    {
        var profiles = AddedService.Profiles(25);
        await using var service = await AddedService.StartAsync(profiles);

        var ranks = await service
            .Query()
            .OrderByDescending(p => p.Rank)
            .WithPageSize(10)
            .Select(p => p.Rank)
            .ToListAsync();

        Assert.Equal(profiles.Select(p => p.Rank).OrderDescending(), ranks);
        Assert.Equal(
            [
                "/v1/user_profiles?limit=10&order=desc&order_by=rank",
                "/v1/user_profiles?limit=10&order=desc&order_by=rank&page=…",
                "/v1/user_profiles?limit=10&order=desc&order_by=rank&page=…",
            ],
            service.Requests
        );
    }

    [Fact]
    public void Plan_NamesTheKey()
    {
        var plan = ProfileQuery.FromItems([]).OrderBy(p => p.Rank).Take(5).Explain();

        Assert.Equal("rank", plan.OrderBy);
        Assert.Empty(plan.OnClient);
        Assert.Contains("order:          rank, ascending", plan.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PagesInMemory_AreThoseOfTheService(bool descending)
    {
        var profiles = AddedService.Profiles(40);
        await using var service = await AddedService.StartAsync(profiles);

        var ofService = await Pages(service.Query(), descending);

        Assert.Equal(ofService, await Pages(ProfileQuery.FromItems(profiles), descending));
    }

    [Fact]
    public async Task Reverse_TurnsTheListingRound()
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(30));

        var last = await service.Query().OrderBy(p => p.Rank).LastAsync();
        var reversed = await service.Query().OrderBy(p => p.Rank).Reverse().Take(2).Select(p => p.Rank).ToListAsync();

        Assert.Equal(19, last.Rank);
        Assert.Equal([19, 18], reversed);
        Assert.All(service.Requests, request => Assert.Contains("order=desc&order_by=rank", request));
    }

    [Fact]
    public async Task Extremes_AreOneRequestOfOneProfile()
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(30));

        Assert.Equal(19, (await service.Query().MaxByAsync(p => p.Rank))?.Rank);
        Assert.Equal(-10, (await service.Query().MinByAsync(p => p.Rank))?.Rank);
        Assert.Equal(
            ["/v1/user_profiles?limit=1&order=desc&order_by=rank", "/v1/user_profiles?limit=1&order=asc&order_by=rank"],
            service.Requests
        );
    }

    [Fact]
    public async Task LookUps_ComeInTheOrder()
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(30));
        string[] ids = ["uprof_0003", "uprof_0001", "uprof_0007"];

        var ranks = await service
            .Query()
            .Where(p => ids.Contains(p.Id))
            .OrderBy(p => p.Rank)
            .Select(p => p.Rank)
            .ToListAsync();

        Assert.Equal(ranks.Order(), ranks);
        Assert.Equal(3, ranks.Count);
    }

    [Fact]
    public async Task EqualRanks_AreCountedOnceByAScanFromBothEnds()
    {
        var profiles = Enumerable.Range(0, 100).Select(i => AddedService.Profile(i, i / 7)).ToList();
        await using var service = await AddedService.StartAsync(profiles);

        var ids = await service
            .Query()
            .OrderBy(p => p.Rank)
            .WithPageSize(10)
            .WithPrefetch(0)
            .WithTwoEndedScan()
            .Select(p => new { p.Id, p.Rank })
            .ToListAsync();

        Assert.Equal(profiles.Select(p => p.Rank), ids.Select(p => p.Rank));
        Assert.Equal(100, ids.DistinctBy(p => p.Id).Count());
        Assert.InRange(service.Requests.Count(request => request.Contains("order=desc&order_by=rank")), 4, 7);
    }

    [Fact]
    public async Task ProfileAddedLater_HasItsPlaceInTheEmulator()
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(10));
        await service.Query().OrderBy(p => p.Rank).ToListAsync();

        service.Emulator.Add(AddedService.Profile(99, 1_000));

        Assert.Equal("uprof_0099", (await service.Query().OrderByDescending(p => p.Rank).FirstAsync()).Id);
    }

    private static async Task<string> Pages(ProfileQuery<UserProfile> query, bool descending)
    {
        var sorted = descending ? query.OrderByDescending(p => p.Rank) : query.OrderBy(p => p.Rank);
        var pages = await sorted.WithPageSize(15).Select(p => p.Id).AsPages().ToListAsync();
        return string.Join(" | ", pages.Select(page => string.Join(' ', page.Items)));
    }
}
