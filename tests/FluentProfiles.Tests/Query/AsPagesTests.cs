namespace FluentProfiles.Tests.Query;

public sealed class AsPagesTests
{
    [Fact]
    public async Task EmptyPage_StaysEmpty()
    {
        await using var service = await TestService.StartAsync(20);
        List<ProfilePage<UserProfile>> pages = [];

        await foreach (
            var page in service
                .Query()
                .WithPageSize(10)
                .Where(p => p.Id == "x" || p.CreatedAt < TestProfiles.Start.AddMinutes(3))
                .AsPages()
        )
            pages.Add(page);

        Assert.Equal([0, 3], pages.Select(page => page.Items.Count));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(100, "100")]
    [InlineData(101, "100 1")]
    [InlineData(250, "100 100 50")]
    public async Task EachPage_IsGivenWithOneRequest(int count, string sizes)
    {
        await using var service = await TestService.StartAsync(count);
        List<ProfilePage<UserProfile>> pages = [];

        await foreach (var page in service.Query().AsPages())
        {
            pages.Add(page);
            Assert.Equal(pages.Count, service.Requests.Count);
        }

        Assert.Equal(sizes.Split(' '), pages.Select(page => $"{page.Items.Count}"));
        Assert.Equal(TestProfiles.Newest(count, count), pages.SelectMany(page => page.Items).Select(p => p.Id));
        Assert.All(pages, page => Assert.StartsWith("req_", page.RequestId));
        Assert.All(pages.SkipLast(1), page => Assert.NotNull(page.NextPage));
        Assert.All(pages.SkipLast(1), page => Assert.NotNull(page.ResumeToken));
        Assert.Null(pages[^1].NextPage);
        Assert.Null(pages[^1].ResumeToken);
    }

    [Fact]
    public async Task PagesWithoutMatches_AreGivenToo()
    {
        await using var service = await TestService.StartAsync(30);
        List<int> sizes = [];

        var query = service.Query().WithPageSize(10).WhereOnClient(p => p.Id == TestProfiles.IdOf(15));
        await foreach (var page in query.AsPages())
            sizes.Add(page.Items.Count);

        Assert.Equal([0, 1, 0], sizes);
    }

    [Fact]
    public async Task WhatWasHeldBack_IsThePageAtTheEnd()
    {
        await using var service = await TestService.StartAsync(30);
        List<(int, string?)> pages = [];

        await foreach (var page in service.Query().WithPageSize(10).Take(20).Reverse().AsPages())
            pages.Add((page.Items.Count, page.NextPage is null ? null : "next"));

        Assert.Equal([(20, null)], pages);
    }

    [Fact]
    public async Task TakeThatIsReached_EndsWithoutAToken()
    {
        await using var service = await TestService.StartAsync(30);
        List<ProfilePage<string>> pages = [];

        await foreach (var page in service.Query().Select(p => p.Id).Take(20).WithPageSize(15).AsPages())
            pages.Add(page);

        Assert.Equal([15, 5], pages.Select(page => page.Items.Count));
        Assert.NotNull(pages[0].ResumeToken);
        Assert.Null(pages[1].ResumeToken);
    }
}
