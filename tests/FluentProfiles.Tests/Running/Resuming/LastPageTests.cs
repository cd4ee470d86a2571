namespace FluentProfiles.Tests.Running.Resuming;

/// <summary>"Save the token, resume until it is null" ends, whatever the query, and gives each item once.</summary>
public sealed class LastPageTests
{
    private const int Count = 45;

    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>>> Queries =
        new()
        {
            ["all"] = query => query,
            ["skip, turned round"] = query => query.Skip(5).OrderBy(p => p.CreatedAt),
            ["skip more than a page, turned round"] = query => query.Skip(17).Reverse(),
            ["skip more than there is, turned round"] = query => query.Skip(Count + 5).Reverse(),
            ["none, taken, reversed"] = query => query.Where(p => p.Metadata["plan"] == "none").Take(3).Reverse(),
            ["taken, reversed"] = query => query.Take(23).Reverse(),
            ["taken, sorted by another key"] = query => query.Take(30).OrderBy(p => p.Metadata["plan"]),
            ["names reversed"] = query => query.OrderBy(p => p.Name).Reverse(),
            ["reversed, skipped, reversed"] = query => query.Reverse().Skip(3).Reverse().Take(31),
            ["no match"] = query => query.Where(p => p.Metadata["plan"] == "none"),
            ["statuses"] = query => query.Where(p => p.EnforcementStatus == EnforcementStatus.Banned),
            ["on the client"] = query => query.WhereOnClient(p => p.Id == TestProfiles.IdOf(20)),
            ["named, sorted"] = query => query.Where(p => Some.Contains(p.Id)).OrderBy(p => p.UpdatedAt),
            ["named"] = query => query.Where(p => Some.Contains(p.Id)),
            ["bounded"] = query => query.Where(p => p.CreatedAt > TestProfiles.Start.AddMinutes(33)),
            ["both ends"] = query => query.WithTwoEndedScan(),
            ["both ends, few"] = query => query.WithTwoEndedScan().Where(p => p.Metadata["plan"] == "free"),
            ["both ends, none"] = query => query.WithTwoEndedScan().Where(p => p.Metadata["plan"] == "none"),
            ["both ends, skip, turned round"] = query => query.WithTwoEndedScan().Skip(4).OrderBy(),
            ["details"] = query => query.WithDetails().Take(12),
            ["nothing taken"] = query => query.Take(0),
            ["nobody"] = query => query.Where(p => p.Id == "a" && p.Id == "b"),
        };

    private static readonly string[] Some = TestProfiles.Ids([3, 17, 9, 44]);

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task FinishedRun_EndsWithAPageWithoutToken(string name)
    {
        await using var service = await TestService.StartAsync(Count);
        var query = Queries[name](service.Query()).WithPageSize(10);

        var pages = await query.AsPages().ToListAsync();

        Assert.Null(pages[^1].ResumeToken);
        Assert.All(pages.SkipLast(1), page => Assert.NotNull(page.ResumeToken));
        Assert.Equal(
            (await query.ToListAsync()).Select(p => p.Id),
            pages.SelectMany(page => page.Items).Select(p => p.Id)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task OnePageARun_EndsAndGivesEachItemOnce(string name)
    {
        await using var service = await TestService.StartAsync(Count);
        var query = Queries[name](service.Query()).WithPageSize(10);
        List<string> ids = [];
        string? token = null;
        var runs = 0;

        do
        {
            Assert.True(runs++ < 15, "The tokens make no progress.");
            var page = await query.ResumeFrom(token).AsPages().FirstAsync();
            Assert.NotEqual(token ?? "", page.ResumeToken);
            ids.AddRange(page.Items.Select(p => p.Id));
            token = page.ResumeToken;
        } while (token is not null);

        Assert.Equal((await query.ToListAsync()).Select(p => p.Id), ids);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task PagesOfOnesOwn_EndAndGiveEachItemOnce(string name)
    {
        await using var service = await TestService.StartAsync(Count);
        var query = Queries[name](service.Query()).WithPageSize(10);
        List<string> ids = [];
        string? token = null;
        var runs = 0;

        do
        {
            Assert.True(runs++ < 15, "The tokens make no progress.");
            var page = await query.ToPageAsync(7, token);
            ids.AddRange(page.Items.Select(p => p.Id));
            token = page.ResumeToken;
        } while (token is not null);

        Assert.Equal((await query.ToListAsync()).Select(p => p.Id), ids);
    }
}
