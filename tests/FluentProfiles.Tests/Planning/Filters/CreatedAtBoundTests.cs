using System.Linq.Expressions;

namespace FluentProfiles.Tests.Planning.Filters;

public sealed class CreatedAtBoundTests
{
    private static DateTimeOffset At(int number) => TestProfiles.Start.AddMinutes(number);

    [Theory]
    [InlineData(">=", 250, 1)]
    [InlineData(">=", 199, 2)]
    [InlineData(">", 200, 1)]
    [InlineData("==", 250, 1)]
    public async Task LowerBound_StopsTheScanFromTheNewest(string comparison, int number, int requests)
    {
        await using var service = await TestService.StartAsync(300);
        var bound = At(number);
        var query = comparison switch
        {
            ">=" => service.Query().Where(p => p.CreatedAt >= bound),
            ">" => service.Query().Where(p => bound < p.CreatedAt),
            _ => service.Query().Where(p => p.CreatedAt == bound),
        };

        var found = await query.Select(p => p.Id).ToListAsync();

        var expected = comparison switch
        {
            ">=" => Enumerable.Range(number, 300 - number).Reverse(),
            ">" => Enumerable.Range(number + 1, 299 - number).Reverse(),
            _ => [number],
        };
        Assert.Equal(TestProfiles.Ids(expected), found);
        Assert.Equal(requests, service.Requests.Count);
    }

    [Fact]
    public async Task UpperBound_StopsTheScanFromTheOldest()
    {
        await using var service = await TestService.StartAsync(300);

        var found = await service.Query().OrderBy().Where(p => p.CreatedAt < At(30)).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids(Enumerable.Range(0, 30)), found);
        Assert.Equal(["GET /v1/user_profiles?limit=100&order=asc&order_by=created_at"], service.Requests);
    }

    [Fact]
    public async Task UpperBoundOrderFree_IsReadFromTheOldest()
    {
        await using var service = await TestService.StartAsync(300);
        var query = service.Query().Where(p => p.CreatedAt <= At(30));

        Assert.Equal(31, await query.CountAsync());
        Assert.True(await query.AnyAsync());
        Assert.Equal(31, (await query.Select(p => p.Id).ToHashSetAsync()).Count);

        Assert.All(
            service.Requests,
            request => Assert.Equal("GET /v1/user_profiles?limit=100&order=asc&order_by=created_at", request)
        );
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task UpperBoundOrderKept_ReadsDownToIt()
    {
        await using var service = await TestService.StartAsync(300);

        var found = await service.Query().Where(p => p.CreatedAt <= At(30)).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids(Enumerable.Range(0, 31).Reverse()), found);
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task LowerBoundOrderFree_IsReadFromTheNewest()
    {
        await using var service = await TestService.StartAsync(300);

        Assert.Equal(10, await service.Query().OrderBy().Where(p => p.CreatedAt >= At(290)).CountAsync());
        Assert.Equal(10, await service.Query().OrderBy(p => p.Name).CountAsync(p => p.CreatedAt >= At(290)));

        Assert.Equal(["GET /v1/user_profiles?limit=100", "GET /v1/user_profiles?limit=100"], service.Requests);
    }

    [Fact]
    public async Task OrderAskedForWhereAnyWouldDo_IsKeptWhereItStopsAsSoon()
    {
        await using var service = await TestService.StartAsync(300);

        Assert.Equal(10, await service.Query().OrderByDescending().CountAsync(p => p.CreatedAt >= At(290)));
        Assert.Equal(10, await service.Query().OrderBy().CountAsync(p => p.CreatedAt >= At(0) && p.CreatedAt < At(10)));
        Assert.Equal(10, await service.Query().CountAsync(p => p.CreatedAt >= At(290) && p.CreatedAt <= At(299)));

        Assert.Equal(
            [
                "GET /v1/user_profiles?limit=100&order=desc&order_by=created_at",
                "GET /v1/user_profiles?limit=100&order=asc&order_by=created_at",
                "GET /v1/user_profiles?limit=100",
            ],
            service.Requests
        );
    }

    [Fact]
    public async Task OrderByName_SaysNothingOfTimes()
    {
        await using var service = await TestService.StartAsync(300);
        var query = service.Query().OrderBy(p => p.Name).Where(p => p.CreatedAt >= At(290));

        Assert.Equal(10, (await query.ToListAsync()).Count);

        Assert.Equal(3, service.Requests.Count);
        Assert.Null(query.Explain().StopsWhen);
    }

    [Fact]
    public async Task BoundsThatExcludeEachOther_SendNothing()
    {
        await using var service = await TestService.StartAsync(3);
        DateTimeOffset? unknown = null;

        Assert.Empty(await service.Query().Where(p => p.CreatedAt > At(2) && p.CreatedAt < At(2)).ToListAsync());
        Assert.Empty(await service.Query().Where(p => p.CreatedAt > unknown).ToListAsync());
        Assert.Empty(await service.Query().Where(p => p.CreatedAt > DateTimeOffset.MaxValue).ToListAsync());
        Assert.Empty(await service.Query().Where(p => p.CreatedAt < DateTimeOffset.MinValue).ToListAsync());

        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData(-14, true)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(14, false)]
    public async Task BoundAtTheEndOfTime_MeansWhatCSharpMeans(int hours, bool isFirst)
    {
        // The clock time of an offset ends before, or begins after, that of UTC.
        var clock = isFirst ? DateTime.MinValue : DateTime.MaxValue;
        var bound = new DateTimeOffset(clock, TimeSpan.FromHours(hours));
        var profiles = new[]
        {
            bound,
            isFirst ? bound.UtcDateTime.AddTicks(10) : bound.UtcDateTime.AddTicks(-10),
            At(0),
        }
            .Select((time, number) => new UserProfile { Id = $"p{number}", CreatedAt = time })
            .ToArray();
        Expression<Func<UserProfile, bool>>[] conditions =
        [
            p => p.CreatedAt > bound,
            p => p.CreatedAt >= bound,
            p => p.CreatedAt < bound,
            p => p.CreatedAt <= bound,
            p => p.CreatedAt == bound,
            p => p.CreatedAt != bound,
            p => bound < p.CreatedAt,
            p => bound > p.CreatedAt,
            p => p.CreatedAt > bound && p.CreatedAt < bound,
        ];

        foreach (var condition in conditions)
        {
            var query = ProfileQuery.FromItems(profiles).Where(condition);

            Assert.NotEmpty(query.Explain().ToString());
            Assert.Equal(
                profiles.Where(condition.Compile()).OrderByDescending(p => p.CreatedAt).Select(p => p.Id),
                await query.Select(p => p.Id).ToListAsync()
            );
            Assert.Equal(profiles.Count(condition.Compile()), await query.CountAsync());
        }
    }

    [Fact]
    public async Task BoundBesideOtherConditions_StopsAlike()
    {
        await using var service = await TestService.StartAsync(300);
        var query = service.Query().Where(p => p.Name != null && At(250) <= p.CreatedAt && p.CreatedAt <= At(259));

        Assert.Equal(8, (await query.ToListAsync()).Count);

        Assert.Single(service.Requests);
        Assert.Equal("created_at < 2026-05-01T04:10:00Z", query.Explain().StopsWhen);
        Assert.Equal("created_at < ?", query.Explain(redact: true).StopsWhen);
    }

    [Fact]
    public async Task NarrowestOfSeveralBounds_Counts()
    {
        await using var service = await TestService.StartAsync(300);

        var found = await service
            .Query()
            .Where(p => p.CreatedAt <= At(259) && p.CreatedAt <= At(270))
            .Where(p => p.CreatedAt >= At(257) && p.CreatedAt >= At(250))
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(TestProfiles.Ids([259, 258, 257]), found);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task UnequalToABound_IsACondition()
    {
        await using var service = await TestService.StartAsync(3);
        DateTimeOffset? unknown = null;

        Assert.Equal(3, await service.Query().CountAsync(p => p.CreatedAt != unknown));
        Assert.Equal(2, await service.Query().CountAsync(p => p.CreatedAt != At(1)));
        Assert.Equal(0, await service.Query().CountAsync(p => p.CreatedAt == unknown));

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Ties_AreNotCutOff()
    {
        UserProfile[] tied =
        [
            .. Enumerable.Range(0, 150).Select(i => new UserProfile { Id = $"uprof_{i:D4}", CreatedAt = At(i / 50) }),
        ];
        await using var service = await TestService.StartAsync(tied);

        Assert.Equal(100, await service.Query().CountAsync(p => p.CreatedAt >= At(1)));
        Assert.Equal(50, await service.Query().CountAsync(p => p.CreatedAt <= At(0)));
    }
}
