namespace FluentProfiles.Tests.Running;

public sealed class ReuseTests
{
    [Fact]
    public async Task QueryRunTwice_RunsAfresh()
    {
        await using var service = await TestService.StartAsync(3);
        var query = service.Query().Where(p => p.Name != null).Take(2);

        Assert.Equal(TestProfiles.Ids([2, 1]), (await query.ToListAsync()).Select(p => p.Id));
        service.Emulator.Remove(TestProfiles.IdOf(2));
        Assert.Equal(TestProfiles.Ids([1]), (await query.ToListAsync()).Select(p => p.Id));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task QueryRunConcurrently_GivesEachRunEverything()
    {
        await using var service = await TestService.StartAsync(250);
        var query = service.Query().Where(p => p.Metadata["plan"] == "pro").Skip(3).Take(60).Select(p => p.Id);
        var expected = TestProfiles.IdsWhere(250, p => p.Metadata["plan"] == "pro").Skip(3).Take(60).ToList();

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => query.ToListAsync().AsTask()));

        Assert.All(runs, run => Assert.Equal(expected, run));
        Assert.Equal(8 * 2, service.Requests.Count);
    }

    [Fact]
    public async Task TwoEnumeratorsOfOneQuery_DoNotDisturbEachOther()
    {
        await using var service = await TestService.StartAsync(120);
        var query = service.Query();
        await using var slow = query.GetAsyncEnumerator();
        await slow.MoveNextAsync();

        Assert.Equal(120, await query.CountAsync());
        List<string> ids = [slow.Current.Id];
        while (await slow.MoveNextAsync())
            ids.Add(slow.Current.Id);

        Assert.Equal(TestProfiles.Newest(120, 120), ids);
    }

    [Fact]
    public async Task QueriesDerivedFromOne_ShareNothingElse()
    {
        await using var service = await TestService.StartAsync(20);
        var start = service.Query().Where(p => p.Name != null);
        var oldest = start.OrderBy().Take(1).WithPageSize(3).WithBeta("webhooks-2026-10-07");
        var newest = start.Select(p => p.Id).Take(2);

        Assert.Equal(TestProfiles.IdOf(1), (await oldest.SingleAsync()).Id);
        Assert.Equal(TestProfiles.Ids([19, 18]), await newest.ToListAsync());
        Assert.Equal(16, await start.CountAsync());

        Assert.Equal(
            [
                "GET /v1/user_profiles?limit=3&order=asc&order_by=created_at",
                "GET /v1/user_profiles?limit=100",
                "GET /v1/user_profiles?limit=100",
            ],
            service.Requests
        );
        Assert.Equal(
            [true, false, false],
            service.Emulator.Requests.Select(request => request.Headers.ContainsKey("anthropic-beta"))
        );
    }

    [Fact]
    public async Task Settings_MayStandAnywhere()
    {
        await using var service = await TestService.StartAsync(20);

        await service.Query().WithPageSize(7).Where(p => p.Name != null).ToListAsync();
        await service.Query().Where(p => p.Name != null).Select(p => p.Id).WithPageSize(7).ToListAsync();

        Assert.Equal(Enumerable.Repeat("7", 6), service.Limits);
    }
}
