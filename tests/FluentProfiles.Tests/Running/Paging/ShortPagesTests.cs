namespace FluentProfiles.Tests.Running.Paging;

public sealed class ShortPagesTests
{
    /// <summary>Pages have as many profiles as the limit by the service's habit, not by a promise.</summary>
    [Theory]
    [InlineData(0, 10, "limit=10", "limit=9", 2)]
    [InlineData(0, 150, "limit=75", "limit=50", 3)]
    [InlineData(20, 10, "limit=30", "limit=7", 5)]
    [InlineData(0, 1, "limit=1", "limit=1", 1)]
    [InlineData(0, 200, "limit=100", "limit=99", 3)]
    public async Task WithoutFilter_DoNotShortenATake(int skip, int take, string limit, string given, int requests)
    {
        await using var service = await TestService.StartAsync(300);
        var emulator = service.Emulator;
        emulator.Intercept = request =>
            emulator.Answer(request with { PathAndQuery = request.PathAndQuery.Replace(limit, given) });

        var ids = await service.Query().Skip(skip).Take(take).Select(p => p.Id).ToListAsync();

        Assert.Equal(emulator.Profiles.Skip(skip).Take(take).Select(p => p.Id), ids);
        Assert.Equal(requests, service.Requests.Count);
    }

    [Fact]
    public async Task EmptyFirstPage_DoesNotHideTheFirst()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(Answers.Page("c1", []), Answers.Page(null, [7]));

        Assert.Equal(TestProfiles.IdOf(7), (await service.Query().FirstAsync()).Id);
    }

    [Fact]
    public async Task EmptyFirstPage_DoesNotMeanThatThereIsNone()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(Answers.Page("c1", []), Answers.Page(null, [7]));

        Assert.True(await service.Query().AnyAsync());
    }
}
