namespace FluentProfiles.Tests.Expressions.Forms;

/// <summary>Operators behind a <c>Select</c> that only names members are planned as if they stood before it.</summary>
public sealed class SeeThroughTests
{
    [Fact]
    public async Task WhereAndOrderBehindAnonymousObject_GoToTheService()
    {
        await using var service = await TestService.StartAsync(40);

        var names = await service
            .Query()
            .Select(p => new
            {
                p.Id,
                p.Name,
                Status = p.EnforcementStatus,
            })
            .Where(x => x.Status == EnforcementStatus.Banned && x.Name != null)
            .OrderByDescending(x => x.Name)
            .Take(2)
            .Select(x => x.Name)
            .ToListAsync();

        Assert.Equal(["B0039", "B0031"], names);
        Assert.Equal(
            ["GET /v1/user_profiles?limit=100&order=desc&order_by=name&enforcement_status%5B%5D=banned"],
            service.Requests
        );
    }

    [Fact]
    public async Task WhereBehindAnonymousObject_ReadsTheMember()
    {
        await using var service = await TestService.StartAsync(40);

        var items = await service
            .Query()
            .Select(p => new { p.Id, p.Name })
            .Where(x => x.Name == "a0004")
            .OrderBy(x => x.Name)
            .ToListAsync();

        Assert.Equal([new { Id = TestProfiles.IdOf(4), Name = (string?)"a0004" }], items);
        Assert.Equal(["GET /v1/user_profiles?limit=100&order=asc&order_by=name"], service.Requests);
    }

    [Fact]
    public async Task OrderBehindTheMemberItself_GoesToTheService()
    {
        await using var service = await TestService.StartAsync(5);

        var times = await service.Query().Select(p => p.CreatedAt).OrderBy(time => time).Take(2).ToListAsync();

        Assert.Equal([TestProfiles.Start, TestProfiles.Start.AddMinutes(1)], times);
        Assert.Equal(["GET /v1/user_profiles?limit=2&order=asc&order_by=created_at"], service.Requests);
    }

    [Fact]
    public async Task NestedObjects_AreSeenThrough()
    {
        await using var service = await TestService.StartAsync(40);

        var ids = await service
            .Query()
            .Select(p => new { Outer = new { p.EnforcementStatus, p } })
            .Where(x => x.Outer.EnforcementStatus == "banned")
            .Select(x => x.Outer.p.Id)
            .ToListAsync();

        Assert.Equal(TestProfiles.IdsWhere(40, p => p.EnforcementStatus == "banned"), ids);
        Assert.Equal(["GET /v1/user_profiles?limit=100&enforcement_status%5B%5D=banned"], service.Requests);
    }

    [Fact]
    public async Task SelectorThatComputes_IsAFilterOnTheClient()
    {
        await using var service = await TestService.StartAsync(40);

        var items = await service.Query().Select(p => p.Name + "!").Where(n => n == "a0004!").ToListAsync();

        Assert.Equal(["a0004!"], items);
        Assert.Equal(["GET /v1/user_profiles?limit=100"], service.Requests);
    }

    [Fact]
    public async Task ReverseAndWindowBehindSelect_GoToTheService()
    {
        await using var service = await TestService.StartAsync(40);

        var names = await service.Query().Select(p => p.Id + "!").Reverse().Skip(1).Take(2).ToListAsync();

        Assert.Equal(["uprof_000001!", "uprof_000002!"], names);
        Assert.Equal(["GET /v1/user_profiles?limit=3&order=asc&order_by=created_at"], service.Requests);
    }

    [Fact]
    public async Task Tuples_AreSeenThrough()
    {
        await using var service = await TestService.StartAsync(40);
        var banned = TestProfiles.IdsWhere(40, p => p.EnforcementStatus == "banned");

        Assert.Equal(
            banned,
            await service
                .Query()
                .Select(p => new ValueTuple<string, EnforcementStatus>(p.Id, p.EnforcementStatus))
                .Where(x => x.Item2 == "banned")
                .Select(x => x.Item1)
                .ToListAsync()
        );
        Assert.Equal(
            banned,
            await service
                .Query()
                .Select(p => new Tuple<EnforcementStatus, string>(p.EnforcementStatus, p.Id))
                .Where(x => x.Item1 == "banned")
                .Select(x => x.Item2)
                .ToListAsync()
        );
        Assert.Equal(
            banned,
            await service
                .Query()
                .Select(p => Tuple.Create(p.Id, ValueTuple.Create(p.EnforcementStatus)))
                .Where(x => x.Item2.Item1 == "banned")
                .Select(x => x.Item1)
                .ToListAsync()
        );
        Assert.All(
            service.Requests,
            request => Assert.Equal("GET /v1/user_profiles?limit=100&enforcement_status%5B%5D=banned", request)
        );
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task EighthItemOfATuple_IsFilteredOnTheClient()
    {
        await using var service = await TestService.StartAsync(40);

        var names = await service
            .Query()
            .Select(p => new Tuple<int, int, int, int, int, int, int, Tuple<string?>>(
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                new Tuple<string?>(p.Name)
            ))
            .Where(x => x.Rest.Item1 == "a0004" && x.Item1 == 1)
            .Select(x => x.Rest.Item1)
            .ToListAsync();

        Assert.Equal(["a0004"], names);
    }
}
