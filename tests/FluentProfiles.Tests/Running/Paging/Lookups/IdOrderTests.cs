namespace FluentProfiles.Tests.Running.Paging.Lookups;

/// <summary>Profiles that a query names are few, so that the client sorts them by any key.</summary>
public sealed class IdOrderTests
{
    private static readonly string[] Some = TestProfiles.Ids([3, 17, 9]).ToArray();
    private static readonly string[] Gets =
    [
        "GET /v1/user_profiles/uprof_000003",
        "GET /v1/user_profiles/uprof_000009",
        "GET /v1/user_profiles/uprof_000017",
    ];

    [Fact]
    public async Task AnotherKey_SortsWhatIsLookedUp()
    {
        await using var service = await TestService.StartAsync(20);

        var up = await service.Query().Where(p => Some.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync();
        var down = await service.Query().OrderByDescending(p => p.Id).Where(p => Some.Contains(p.Id)).ToListAsync();

        Assert.Equal(TestProfiles.Ids([3, 9, 17]), up.Select(p => p.Id));
        Assert.Equal(TestProfiles.Ids([17, 9, 3]), down.Select(p => p.Id));
        Assert.Equal(Gets, service.Requests.Take(3).Order());
        Assert.Equal(Gets, service.Requests.Skip(3).Order());
    }

    [Fact]
    public async Task WhatFollows_SeesTheOrder()
    {
        await using var service = await TestService.StartAsync(20);
        var byUpdate = service.Query().Where(p => Some.Contains(p.Id)).OrderBy(p => p.UpdatedAt).Select(p => p.Id);
        var newest = byUpdate.Reverse();

        Assert.Equal(await byUpdate.ToListAsync(), (await newest.ToListAsync()).AsEnumerable().Reverse());
        Assert.Equal(await byUpdate.LastAsync(), await newest.FirstAsync());
        Assert.Equal(await newest.Skip(1).Take(1).ToListAsync(), (await byUpdate.ToListAsync())[1..2]);
    }

    [Fact]
    public async Task BehindSelectOrSkip_IsSortedToo()
    {
        await using var service = await TestService.StartAsync(20);
        var named = service.Query().Where(p => Some.Contains(p.Id));

        Assert.Equal(
            ["B0003!", "B0009!", "B0017!"],
            await named.Select(p => "B" + p.Id.Substring(8) + "!").OrderBy(n => n).ToListAsync()
        );
        Assert.Equal(TestProfiles.Ids([3, 9]), await named.Skip(1).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());
    }

    [Fact]
    public async Task Explain_ShowsTheSort()
    {
        await using var service = await TestService.StartAsync(3);

        var plan = service.Query().Where(p => Some.Contains(p.Id)).OrderBy(p => p.UpdatedAt).Explain();

        Assert.Equal(["OrderBy(p => p.UpdatedAt)"], plan.OnClient);
        Assert.Equal((3, 3, 3), (plan.Lookups, plan.MinRequests, plan.MaxRequests));
    }

    [Fact]
    public async Task ALaterOrder_ReplacesIt()
    {
        await using var service = await TestService.StartAsync(3);

        var plan = service.Query().Where(p => Some.Contains(p.Id)).OrderBy(p => p.UpdatedAt).OrderBy().Explain();

        Assert.Empty(plan.OnClient);
        Assert.Equal("created_at", plan.OrderBy);
    }

    [Fact]
    public async Task MoreIdsThanLookups_AreScannedForAndSorted()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(150),
            configureClient: options => options.MaxPointLookups = 2
        );

        var found = await service.Query().Where(p => Some.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([3, 9, 17]), found.Select(p => p.Id));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task ComparerOfItsOwn_NamesNoProfile()
    {
        await using var service = await TestService.StartAsync(3);
        HashSet<string> upper = new(StringComparer.OrdinalIgnoreCase) { "UPROF_000001" };

        Assert.Throws<UnsupportedQueryException>(() =>
            service.Query().Where(p => upper.Contains(p.Id)).OrderBy(p => p.UpdatedAt).Explain()
        );
        Assert.Throws<UnsupportedQueryException>(() =>
            service.Query().OrderBy(p => p.UpdatedAt).Take(5).Where(p => Some.Contains(p.Id)).Explain()
        );
    }
}
