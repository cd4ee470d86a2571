namespace FluentProfiles.Tests.Running.Fetching;

public sealed class PrefetchTests
{
    [Fact]
    public async Task NextPage_IsAskedForWithTheSecondItem()
    {
        await using var service = await TestService.StartAsync(250);
        Gate second = new(service.Emulator, 2);
        await using var items = service.Query().GetAsyncEnumerator();

        await items.MoveNextAsync();
        Assert.Single(service.Requests);
        await items.MoveNextAsync();
        await second.Arrived;

        Assert.Equal(2, service.Requests.Count);
        second.Open();
    }

    [Fact]
    public async Task Zero_IsStrictlySequential()
    {
        await using var service = await TestService.StartAsync(250);
        var taken = 0;
        List<int> requests = [];

        await foreach (var _ in service.Query().WithPrefetch(0))
        {
            if (++taken % 100 is 1 or 0)
                requests.Add(service.Requests.Count);
        }

        Assert.Equal([1, 1, 2, 2, 3], requests);
        Assert.Equal(3, service.Requests.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65)]
    [InlineData(10_000)]
    [InlineData(int.MaxValue)]
    public void OutOfRange_Throws(int pages) =>
        Assert.Throws<ArgumentOutOfRangeException>("pages", () => ProfileQuery.FromItems([]).WithPrefetch(pages));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(64)]
    public async Task AnyNumber_ChangesNeitherResultNorRequests(int pages)
    {
        await using var service = await TestService.StartAsync(95);
        List<string> ids = [];

        await foreach (var profile in service.Query().WithPageSize(10).WithPrefetch(pages))
            ids.Add(profile.Id);

        Assert.Equal(TestProfiles.Newest(95, 95), ids);
        Assert.Equal(10, service.Requests.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task UnderTake_StaysWithinWhatItNeeds(int pages)
    {
        await using var service = await TestService.StartAsync(250);
        List<string> ids = [];

        await foreach (var profile in service.Query().WithPageSize(10).WithPrefetch(pages).Take(25))
            ids.Add(profile.Id);

        Assert.Equal(TestProfiles.Newest(250, 25), ids);
        Assert.Equal(["10", "10", "10"], service.Limits);
    }

    [Fact]
    public async Task PageWithOneMatch_AsksForNothingAhead()
    {
        await using var service = await TestService.StartAsync(250);
        await using var items = service
            .Query()
            .WhereOnClient(p => p.Id == TestProfiles.IdOf(200) || p.Id == TestProfiles.IdOf(10))
            .GetAsyncEnumerator();

        await items.MoveNextAsync();

        Assert.Single(service.Requests);
        await items.MoveNextAsync();
        Assert.Equal(TestProfiles.IdOf(10), items.Current.Id);
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task ClientOption_IsReplacedByTheQuerys()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(250),
            configureClient: options => options.PrefetchPages = 0
        );
        await using var sequential = service.Query().GetAsyncEnumerator();
        await sequential.MoveNextAsync();
        await sequential.MoveNextAsync();
        Gate second = new(service.Emulator, 2);

        await using var ahead = service.Query().WithPrefetch(1).GetAsyncEnumerator();
        await ahead.MoveNextAsync();
        await ahead.MoveNextAsync();

        await second.Arrived;
        Assert.Equal(3, service.Requests.Count);
        second.Open();
    }

    [Fact]
    public async Task FailedPrefetch_ShowsAfterThePageBeforeIt()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(Answers.Page("1", 1, 2, 3), "<html>");
        List<string> ids = [];

        await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
        {
            await foreach (var profile in service.Query())
                ids.Add(profile.Id);
        });

        Assert.Equal(TestProfiles.Ids([1, 2, 3]), ids);
    }

    [Fact]
    public void Negative_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProfileQuery.FromItems([]).WithPrefetch(-1));
}
