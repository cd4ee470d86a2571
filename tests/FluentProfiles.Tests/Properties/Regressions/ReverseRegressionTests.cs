namespace FluentProfiles.Tests.Properties.Regressions;

public sealed class ReverseRegressionTests
{
    [Fact]
    public async Task TakeBehindReverseOnClient_ReadsAllThatIsReversed()
    {
        await using var service = await TestService.StartAsync(5);

        Assert.Equal(
            [TestProfiles.IdOf(3)],
            await service.Query().Take(2).Reverse().Take(1).Select(p => p.Id).ToListAsync()
        );
        Assert.Equal(
            TestProfiles.Ids([0]),
            await service.Query().OrderByDescending(p => p.Name).Reverse().Take(1).Select(p => p.Id).ToListAsync()
        );
    }

    [Fact]
    public async Task TakeBehindOrderOnClient_ReadsAllThatIsSorted()
    {
        await using var service = await TestService.StartAsync(5);

        var ids = await service.Query().Skip(1).OrderBy(p => p.Name).Take(1).Select(p => p.Id).ToListAsync();

        Assert.Equal([TestProfiles.IdOf(2)], ids);
    }

    [Fact]
    public async Task ExtremeBehindReverseOnClient_IsThatOfItsOwnOrder()
    {
        await using var service = await TestService.StartAsync(5);

        var oldest = await service
            .Query()
            .OrderBy(p => p.Name)
            .Reverse()
            .Where(p => p.Name != "x")
            .MinByAsync(p => p.CreatedAt);

        Assert.Equal(TestProfiles.IdOf(0), oldest!.Id);
    }
}
