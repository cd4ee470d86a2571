namespace FluentProfiles.Tests.Query;

public sealed class ContainsElementAtTests
{
    [Theory]
    [InlineData("uprof_000249", true, 1)]
    [InlineData("uprof_000149", true, 2)]
    [InlineData("uprof_x", false, 3)]
    public async Task Contains_ReadsUntilFound(string id, bool expected, int requests)
    {
        await using var service = await TestService.StartAsync(250);

        Assert.Equal(expected, await service.Query().Select(p => p.Id).WithPrefetch(0).ContainsAsync(id));

        Assert.Equal(requests, service.Requests.Count);
    }

    [Fact]
    public async Task ContainsWithComparer_UsesIt()
    {
        await using var service = await TestService.StartAsync(10);
        var names = service.Query().Select(p => p.Name);

        Assert.False(await names.ContainsAsync("b0007"));
        Assert.True(await names.ContainsAsync("b0007", StringComparer.OrdinalIgnoreCase));
        Assert.True(await names.ContainsAsync(null));
    }

    [Theory]
    [InlineData(0, "1")]
    [InlineData(9, "10")]
    [InlineData(99, "100")]
    [InlineData(100, "51 51")]
    public async Task ElementAt_ReadsNoFurther(int index, string limits)
    {
        await using var service = await TestService.StartAsync(250);

        Assert.Equal(TestProfiles.IdOf(249 - index), (await service.Query().ElementAtAsync(index)).Id);

        Assert.Equal(limits.Split(' '), service.Limits);
    }

    [Theory]
    [InlineData(-1, null, "")]
    [InlineData(int.MinValue, null, "")]
    [InlineData(0, "uprof_000249", "1")]
    [InlineData(100, "uprof_000149", "51 51")]
    [InlineData(250, null, "84 84 84")]
    public async Task ElementAtOrDefault_ReadsNoFurther(int index, string? expected, string limits)
    {
        await using var service = await TestService.StartAsync(250);

        Assert.Equal(expected, (await service.Query().ElementAtOrDefaultAsync(index))?.Id);

        Assert.Equal(limits.Split(' ', StringSplitOptions.RemoveEmptyEntries), service.Limits);
    }

    [Fact]
    public async Task ElementAtOrDefaultBeyond_GivesTheDefault()
    {
        var query = ProfileQuery.FromItems(TestProfiles.Many(3));

        Assert.Null(await query.ElementAtOrDefaultAsync(int.MaxValue));
        Assert.Equal(0, await query.Select(p => p.Metadata.Count).ElementAtOrDefaultAsync(3));
    }

    [Fact]
    public async Task ElementAtBehindFilter_CountsMatches()
    {
        await using var service = await TestService.StartAsync(50);

        Assert.Null((await service.Query().Where(p => p.Name == null).ElementAtAsync(2)).Name);
        Assert.Equal(
            "uprof_000035",
            await service.Query().Where(p => p.Name == null).Select(p => p.Id).ElementAtAsync(2)
        );
    }

    [Fact]
    public async Task ElementAtBeyond_Throws()
    {
        await using var service = await TestService.StartAsync(5);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await service.Query().ElementAtAsync(5));
        Assert.Single(service.Requests);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await service.Query().ElementAtAsync(-1));
        Assert.Single(service.Requests);
    }
}
