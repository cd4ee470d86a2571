namespace FluentProfiles.Tests.Running.Paging.OneEnd;

public sealed class PageWalkTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task FullRead_GivesEveryProfileOnceNewestFirst(int count, int requests)
    {
        await using var service = await TestService.StartAsync(count);
        List<string> ids = [];

        await foreach (var profile in service.Query())
            ids.Add(profile.Id);

        Assert.Equal(TestProfiles.Newest(count, count), ids);
        Assert.Equal(Walk("limit=100", requests), service.Requests);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task ClientPredicate_IsAskedOfEveryProfile(int count, int requests)
    {
        await using var service = await TestService.StartAsync(count);

        var profiles = await service.Query().Where(p => p.Metadata["plan"] == "pro").ToListAsync();

        var expected = TestProfiles.IdsWhere(count, p => p.Metadata["plan"] == "pro");
        Assert.Equal(expected, profiles.Select(p => p.Id));
        Assert.Equal(Walk("limit=100", requests), service.Requests);
    }

    [Fact]
    public async Task Cursor_IsSentEscapedAndEveryOtherParameterAgain()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(Answers.Page("a+b/c=&d é", 1), Answers.Page(null, 2));

        var ids = await service.Query().OrderBy(p => p.Name).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([1, 2]), ids);
        Assert.Equal(
            [
                "/v1/user_profiles?limit=100&order=asc&order_by=name",
                "/v1/user_profiles?limit=100&order=asc&order_by=name&page=a%2Bb%2Fc%3D%26d%20%C3%A9",
            ],
            service.Emulator.Requests.Select(request => request.PathAndQuery)
        );
    }

    [Fact]
    public async Task PagesOfUnequalLength_AreAllRead()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(
            Answers.Page("1", 1, 2, 3),
            Answers.Page("2"),
            Answers.Page("3", 4),
            """{"data":[]}"""
        );

        Assert.Equal(
            TestProfiles.Ids([1, 2, 3, 4]),
            (await service.Query().ToListAsync()).Select(profile => profile.Id)
        );
        Assert.Equal(4, service.Requests.Count);
    }

    [Fact]
    public async Task NothingEnumerated_SendsNothing()
    {
        await using var service = await TestService.StartAsync(3);

        var query = service.Query().Where(p => p.Name != null).Take(2);
        await using (query.GetAsyncEnumerator())
        {
            query.Explain();
        }

        Assert.Empty(service.Requests);
    }

    private static IEnumerable<string> Walk(string query, int requests) =>
        Enumerable.Range(0, requests).Select(page => $"GET /v1/user_profiles?{query}{(page == 0 ? "" : "&page=…")}");
}
