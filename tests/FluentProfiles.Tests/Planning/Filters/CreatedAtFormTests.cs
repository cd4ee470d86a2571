using System.Linq.Expressions;

namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>Bounds on the time of creation, in every form that means one.</summary>
public sealed class CreatedAtFormTests
{
    private const int Count = 300;

    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Bound = DayOf(290);
    private static readonly DateTime Clock = Bound.UtcDateTime;
    private static readonly TimeSpan Age = Now - Bound;
    private static readonly DateTimeOffset Elsewhere = Bound.ToOffset(TimeSpan.FromHours(-9));

    private static readonly Expression<Func<UserProfile, bool>>[] Lower =
    [
        p => !(p.CreatedAt < Bound),
        p => !(Bound > p.CreatedAt),
        p => !!(p.CreatedAt >= Bound),
        p => (p.CreatedAt < Bound) == false,
        p => p.CreatedAt < Bound ? false : true,
        p => p.CreatedAt > Bound || p.CreatedAt == Bound,
        p => p.CreatedAt > Bound || p.CreatedAt.Equals(Bound),
        p => p.CreatedAt >= DayOf(295) || (p.CreatedAt >= Bound && p.CreatedAt < DayOf(297)),
        p => p.CreatedAt >= Elsewhere,
        p => p.CreatedAt >= Clock,
        p => (DateTimeOffset?)p.CreatedAt >= Bound,
        p => p.CreatedAt.UtcDateTime >= Clock,
        p => p.CreatedAt.UtcDateTime.Date >= Clock,
        p => p.CreatedAt.UtcDateTime.Ticks >= Clock.Ticks,
        p => p.CreatedAt.UtcTicks >= Bound.UtcTicks,
        p => p.CreatedAt.ToUniversalTime() >= Bound,
        p => p.CreatedAt.ToLocalTime() >= Bound,
        p => p.CreatedAt.ToUnixTimeSeconds() >= Bound.ToUnixTimeSeconds(),
        p => p.CreatedAt.ToUnixTimeMilliseconds() > Bound.ToUnixTimeMilliseconds() - 1,
        p => DateOnly.FromDateTime(p.CreatedAt.UtcDateTime) >= DateOnly.FromDateTime(Clock),
        p => p.CreatedAt.CompareTo(Bound) >= 0,
        p => p.CreatedAt.CompareTo(Bound) > -1,
        p => 0 <= p.CreatedAt.CompareTo(Bound),
        p => Bound.CompareTo(p.CreatedAt) <= 0,
        p => Bound.CompareTo(p.CreatedAt) != 1,
        p => DateTimeOffset.Compare(p.CreatedAt, Bound) >= 0,
        p => DateTime.Compare(p.CreatedAt.UtcDateTime, Clock) >= 0,
        p => Now - p.CreatedAt <= Age,
        p => Now.Subtract(p.CreatedAt) <= Age,
        p => (Now - p.CreatedAt).TotalDays <= Age.TotalDays,
        p => !((Now - p.CreatedAt).TotalHours > Age.TotalHours),
        p => p.CreatedAt - Now >= -Age,
        p => p.CreatedAt + Age >= Now,
        p => p.CreatedAt.Add(Age) >= Now,
        p => p.CreatedAt.AddDays(3) >= Bound.AddDays(3),
        p => p.CreatedAt.AddHours(-30.5) >= Bound.AddHours(-30.5),
        p => p.CreatedAt.AddDays(1).UtcDateTime.AddDays(-1) >= Clock,
    ];

    private static readonly Expression<Func<UserProfile, bool>>[] Soft =
    [
        p => p.CreatedAt.Date >= Clock,
        p => !(p.CreatedAt.Date < Clock),
        p => p.CreatedAt.DateTime >= Clock,
        p => p.CreatedAt.LocalDateTime.AddDays(20) >= Clock.AddDays(20),
        p => p.CreatedAt.Date == Clock,
        p => p.CreatedAt.Date.Equals(Clock.AddDays(1)),
        p => DateOnly.FromDateTime(p.CreatedAt.DateTime) == DateOnly.FromDateTime(Clock),
        p => p.CreatedAt == DayOf(293) || p.CreatedAt == DayOf(297),
        p => (p.CreatedAt >= Bound && p.Name != null) || p.CreatedAt == DayOf(298),
    ];

    public static TheoryData<int> LowerRows => [.. Enumerable.Range(0, Lower.Length)];

    public static TheoryData<int> SoftRows => [.. Enumerable.Range(0, Soft.Length)];

    [Theory]
    [MemberData(nameof(LowerRows))]
    public async Task FormOfALowerBound_StopsTheScanThere(int row)
    {
        var found = await FoundByOneRequest(Lower[row]);

        Assert.Equal(TestProfiles.Ids(Enumerable.Range(290, 10).Reverse()), found);
        var plan = ProfileQuery.FromItems(Daily).Where(Lower[row]).Explain();
        Assert.Equal("created_at < 2026-02-15T00:00:00Z", plan.StopsWhen);
    }

    [Theory]
    [MemberData(nameof(SoftRows))]
    public async Task BoundThatIsNotExact_StopsTheScanAndIsCheckedHere(int row) => await FoundByOneRequest(Soft[row]);

    [Fact]
    public async Task LastBehindALowerBound_StartsAtTheNewestEnd()
    {
        await using var service = await TestService.StartAsync(Daily);

        var last = await service.Query().LastAsync(p => p.CreatedAt >= Bound);
        var ofNone = await service.Query().LastOrDefaultAsync(p => p.CreatedAt >= Now);
        var named = await service.Query().Where(p => p.Name != null).LastAsync(p => p.CreatedAt > Bound);
        var ascending = await service.Query().OrderBy().LastAsync(p => p.CreatedAt >= Bound);

        Assert.Equal(TestProfiles.IdOf(290), last.Id);
        Assert.Null(ofNone);
        Assert.Equal(TestProfiles.IdOf(291), named.Id);
        Assert.Equal(TestProfiles.IdOf(299), ascending.Id);
        Assert.Equal(
            [
                "GET /v1/user_profiles?limit=100",
                "GET /v1/user_profiles?limit=100",
                "GET /v1/user_profiles?limit=100",
                "GET /v1/user_profiles?limit=100&order=desc&order_by=created_at",
            ],
            service.Requests
        );
    }

    [Fact]
    public async Task LastWithDetailsBehindALowerBound_ReadsTheDetailsOfOne()
    {
        await using var service = await TestService.StartAsync(TestProfiles.Many(5));

        var last = await service.Query().WithDetails(1).LastAsync(p => p.CreatedAt >= TestProfiles.Start.AddMinutes(2));

        Assert.Equal(TestProfiles.IdOf(2), last.Id);
        Assert.Single(
            service.Requests,
            request => request.StartsWith("GET /v1/user_profiles/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AlternativesThatCoverEverything_AreNoBound()
    {
        await using var service = await TestService.StartAsync(3);
        var query = service.Query().Where(p => p.CreatedAt < Bound || p.CreatedAt >= Bound);

        Assert.Equal(3, await query.CountAsync());
        Assert.Null(query.Explain().StopsWhen);
        Assert.Empty(query.Explain().OnClient);
    }

    private static UserProfile[] Daily =>
        [
            .. Enumerable
                .Range(0, Count)
                .Select(i => new UserProfile
                {
                    Id = TestProfiles.IdOf(i),
                    Name = i % 5 == 0 ? null : "a",
                    CreatedAt = DayOf(i),
                }),
        ];

    private static DateTimeOffset DayOf(int number) => TestProfiles.Start.AddDays(number - 365);

    private static async Task<List<string>> FoundByOneRequest(Expression<Func<UserProfile, bool>> condition)
    {
        await using var service = await TestService.StartAsync(Daily);
        var expected = Daily.Reverse().Where(condition.Compile()).Select(p => p.Id);

        var found = await service.Query().Where(condition).Select(p => p.Id).ToListAsync();

        Assert.Equal(expected, found);
        Assert.NotEmpty(found);
        Assert.Equal(["GET /v1/user_profiles?limit=100"], service.Requests);
        Assert.Equal(found.Count, await ProfileQuery.FromItems(Daily).CountAsync(condition));
        return found;
    }
}
