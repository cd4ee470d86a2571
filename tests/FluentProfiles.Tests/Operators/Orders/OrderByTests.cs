namespace FluentProfiles.Tests.Operators.Orders;

public sealed class OrderByTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public async Task WithoutKey_IsByTimeOfCreation(int count)
    {
        await using var service = await TestService.StartAsync(count);

        var rising = await service.Query().OrderBy().Select(p => p.Id).ToListAsync();
        var falling = await service.Query().OrderByDescending().Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Many(count).Select(p => p.Id), rising);
        Assert.Equal(TestProfiles.Newest(count, count), falling);
        Assert.Equal("GET /v1/user_profiles?limit=100&order=asc&order_by=created_at", service.Requests[0]);
        Assert.Equal(
            "GET /v1/user_profiles?limit=100&order=desc&order_by=created_at",
            service.Requests[service.Requests.Count / 2]
        );
    }

    [Theory]
    [InlineData(false, "asc")]
    [InlineData(true, "desc")]
    public async Task Name_IsTheServicesOrderNullsLast(bool descending, string order)
    {
        await using var service = await TestService.StartAsync(250);
        var query = service.Query();

        var names = await (descending ? query.OrderByDescending(p => p.Name) : query.OrderBy(p => p.Name))
            .Select(p => p.Name)
            .ToListAsync();

        var known = TestProfiles.Many(250).Select(p => p.Name).OfType<string>().ToList();
        known.Sort((x, y) => string.CompareOrdinal(x.ToLowerInvariant(), y.ToLowerInvariant()));
        if (descending)
            known.Reverse();
        Assert.Equal([.. known, .. Enumerable.Repeat<string?>(null, 50)], names);
        Assert.Equal(3, service.Requests.Count);
        Assert.Equal($"GET /v1/user_profiles?limit=100&order={order}&order_by=name", service.Requests[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NameAfterTake_IsTheSameOrderOnTheClient(bool descending)
    {
        UserProfile[] profiles =
        [
            .. new[] { "b", null, "A", "ab", "Z", "_", "É", "a" }.Select(
                (name, i) =>
                    new UserProfile
                    {
                        Id = TestProfiles.IdOf(i),
                        Name = name,
                        CreatedAt = TestProfiles.Start.AddMinutes(i),
                    }
            ),
        ];
        await using var service = await TestService.StartAsync(profiles);
        var all = service.Query();
        var taken = all.Take(8);

        var ofService = descending ? all.OrderByDescending(p => p.Name) : all.OrderBy(p => p.Name);
        var ofClient = descending ? taken.OrderByDescending(p => p.Name) : taken.OrderBy(p => p.Name);

        Assert.Equal(
            (await ofService.Select(p => p.Name!.ToLowerInvariant()).ToListAsync()),
            (await ofClient.Select(p => p.Name!.ToLowerInvariant()).ToListAsync())
        );
    }

    [Fact]
    public async Task Ties_AreEachGivenOnce()
    {
        var profiles = Enumerable
            .Range(0, 120)
            .Select(i => new UserProfile
            {
                Id = TestProfiles.IdOf(i),
                CreatedAt = TestProfiles.Start,
                Name = "same",
            });
        await using var service = await TestService.StartAsync([.. profiles]);

        foreach (var query in new[] { service.Query().OrderBy(), service.Query().OrderByDescending(p => p.Name) })
        {
            var ids = await query.WithPageSize(7).Select(p => p.Id).ToListAsync();
            Assert.Equal(120, ids.Count);
            Assert.Equal(120, ids.Distinct().Count());
        }
    }

    [Fact]
    public async Task KeyAfterTake_SortsStably()
    {
        await using var service = await TestService.StartAsync(20);

        var ids = await service.Query().Take(20).OrderBy(p => p.AccessType.ToString()).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Listed(20).OrderBy(p => p.AccessType.ToString()).Select(p => p.Id), ids);
    }

    [Fact]
    public async Task Later_ReplacesEarlier()
    {
        await using var service = await TestService.StartAsync(3);

        var ids = await service.Query().OrderBy(p => p.Name).OrderBy(p => p.CreatedAt).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([0, 1, 2]), ids);
        Assert.Equal(["GET /v1/user_profiles?limit=100&order=asc&order_by=created_at"], service.Requests);
    }

    [Fact]
    public async Task BehindWhere_GoesToTheServiceAllTheSame()
    {
        await using var service = await TestService.StartAsync(10);

        var names = await service
            .Query()
            .Where(p => p.Metadata["plan"] == "pro")
            .OrderBy(p => p.Name)
            .Select(p => p.Name)
            .ToListAsync();

        Assert.Equal(["a0002", "a0004", "a0008"], names);
        Assert.Equal(["GET /v1/user_profiles?limit=100&order=asc&order_by=name"], service.Requests);
    }

    [Fact]
    public void Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => ProfileQuery.FromItems([]).OrderBy<string>(null!));
        Assert.Throws<ArgumentNullException>(() => ProfileQuery.FromItems([]).OrderByDescending<string>(null!));
    }
}
