namespace FluentProfiles.Tests.Properties.Regressions;

public sealed class PagingRegressionTests
{
    [Fact]
    public async Task PageBegunWithinOneOfTheService_HasTheSizeAskedFor()
    {
        await using var service = await TestService.StartAsync(30);
        List<string> ids = [];
        string? token = null;

        foreach (var size in (int[])[10, 7, 5, 8])
        {
            var page = await service.Query().ToPageAsync(size, token);
            Assert.Equal(size, page.Items.Count);
            ids.AddRange(page.Items.Select(profile => profile.Id));
            token = page.ResumeToken;
        }

        Assert.Equal(TestProfiles.Newest(30, 30), ids);
    }

    [Fact]
    public async Task PagesOfDifferentSizesBehindSelect_AreThoseOfOneQuery()
    {
        await using var service = await TestService.StartAsync(9);
        var query = service.Query().Select(p => p.Id);

        var first = await query.ToPageAsync(4);
        var second = await query.ToPageAsync(5, first.ResumeToken);

        Assert.Equal(TestProfiles.Newest(9, 9), first.Items.Concat(second.Items));
    }

    [Fact]
    public async Task PagesOfQueryThatBeginsAgainBehindSelect_AreThoseOfOneQuery()
    {
        await using var service = await TestService.StartAsync(9);
        var query = service.Query().Take(4).OrderBy(p => p.UpdatedAt).Select(p => p.Id);

        var first = await query.ToPageAsync(2);
        var second = await query.ToPageAsync(2, first.ResumeToken);

        Assert.Equal(TestProfiles.Newest(9, 4), first.Items.Concat(second.Items));
    }
}
