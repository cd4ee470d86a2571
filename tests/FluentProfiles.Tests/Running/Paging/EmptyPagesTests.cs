namespace FluentProfiles.Tests.Running.Paging;

public sealed class EmptyPagesTests
{
    private const string Filtered = "GET /v1/user_profiles?limit=100&enforcement_status%5B%5D=banned";

    [Theory]
    [InlineData(9)]
    [InlineData(5)]
    [InlineData(0)]
    public async Task UnderEnforcementFilter_DoNotEndTheListing(int banned)
    {
        // Two profiles are examined for a page: five pages, and all but one of them are empty.
        await using var service = await StartAsync(10, number => number == banned);

        var ids = await service
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned)
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal([TestProfiles.IdOf(banned)], ids);
        Assert.Equal([Filtered, .. Enumerable.Repeat(Filtered + "&page=…", 4)], service.Requests);
    }

    [Fact]
    public async Task AllEmpty_GiveNothing()
    {
        await using var service = await StartAsync(6, _ => false);

        Assert.Empty(await service.Query().Where(p => p.EnforcementStatus == "banned").ToListAsync());

        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task TakeUnderEnforcementFilter_StopsAtTheLastWanted()
    {
        await using var service = await StartAsync(10, number => number % 3 == 0);

        var ids = await service
            .Query()
            .Where(p => p.EnforcementStatus == "banned")
            .Take(2)
            .Select(p => p.Id)
            .ToListAsync();

        // 9 8 | 7 6
        Assert.Equal(TestProfiles.Ids([9, 6]), ids);
        Assert.Equal([Filtered, Filtered + "&page=…"], service.Requests);
    }

    [Theory]
    [InlineData("-1-2")]
    [InlineData("1--2")]
    [InlineData("1-2-")]
    public async Task WithoutFilter_DoNotEndTheListingEither(string pages)
    {
        await using var service = await TestService.StartAsync(0);
        var parts = pages.Split('-');
        service.Emulator.AnswerWith([
            .. parts.Select(
                (part, i) =>
                    Answers.Page(i == parts.Length - 1 ? null : $"c{i}", part.Length == 0 ? [] : [int.Parse(part)])
            ),
        ]);
        List<string> ids = [];

        await foreach (var profile in service.Query())
            ids.Add(profile.Id);

        Assert.Equal(TestProfiles.Ids([1, 2]), ids);
        Assert.Equal(3, service.Requests.Count);
    }

    private static Task<TestService> StartAsync(int count, Func<int, bool> isBanned) =>
        TestService.StartAsync(
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(number => new UserProfile
                    {
                        Id = TestProfiles.IdOf(number),
                        CreatedAt = TestProfiles.Start.AddMinutes(number),
                        EnforcementStatus = isBanned(number)
                            ? EnforcementStatus.Banned
                            : EnforcementStatus.Unrestricted,
                    }),
            ],
            options => options.ExaminedPerPage = 2
        );
}
