namespace FluentProfiles.Tests.Query;

public sealed class AsAsyncEnumerableTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task OperatorsOfLinq_RunOnTheClient(int count, int requests)
    {
        await using var service = await TestService.StartAsync(count);

        var groups = await service
            .Query()
            .AsAsyncEnumerable()
            .GroupBy(p => p.AccessType)
            .OrderBy(group => group.Key.ToString())
            .Select(group => $"{group.Key} {group.Count()}")
            .ToListAsync();

        var expected = TestProfiles
            .Many(count)
            .GroupBy(p => p.AccessType)
            .OrderBy(group => group.Key.ToString())
            .Select(group => $"{group.Key} {group.Count()}");
        Assert.Equal(expected, groups);
        Assert.Equal(requests, service.Requests.Count);
    }

    [Fact]
    public async Task TakeOfLinq_StopsTheRun()
    {
        await using var service = await TestService.StartAsync(250);

        var profiles = await service.Query().AsAsyncEnumerable().Take(1).ToListAsync();

        Assert.Equal([TestProfiles.IdOf(249)], profiles.Select(p => p.Id));
        Assert.Equal(["GET /v1/user_profiles?limit=100"], service.Requests);
    }

    [Fact]
    public async Task EachEnumeration_RunsAfresh()
    {
        await using var service = await TestService.StartAsync(3);
        var profiles = service.Query().AsAsyncEnumerable();

        Assert.Equal(3, await profiles.CountAsync());
        service.Emulator.Remove(TestProfiles.IdOf(1));
        Assert.Equal(2, await profiles.CountAsync());
        Assert.Equal(2, service.Requests.Count);
    }
}
