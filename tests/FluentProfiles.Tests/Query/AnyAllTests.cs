namespace FluentProfiles.Tests.Query;

public sealed class AnyAllTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(250, true)]
    public async Task Any_AsksForOne(int count, bool expected)
    {
        await using var service = await TestService.StartAsync(count);

        Assert.Equal(expected, await service.Query().AnyAsync());

        Assert.Equal(["GET /v1/user_profiles?limit=1"], service.Requests);
    }

    [Theory]
    [InlineData("B0249", true, 1)]
    [InlineData("B0003", true, 3)]
    [InlineData("x", false, 3)]
    public async Task AnyWithPredicate_ReadsUntilTheFirst(string name, bool expected, int requests)
    {
        await using var service = await TestService.StartAsync(250);

        Assert.Equal(expected, await service.Query().AnyAsync(p => p.Name == name));

        Assert.Equal(requests, service.Requests.Count);
    }

    [Theory]
    [InlineData("", true, 3)]
    [InlineData("uprof_000249", false, 1)]
    [InlineData("uprof_000100", false, 2)]
    public async Task All_ReadsUntilTheFirstThatFails(string id, bool expected, int requests)
    {
        await using var service = await TestService.StartAsync(250);

        Assert.Equal(expected, await service.Query().AllAsync(p => p.Id != id && p.Type == "user_profile"));

        Assert.Equal(requests, service.Requests.Count);
    }

    [Fact]
    public async Task All_FollowsTheNullRule()
    {
        await using var service = await TestService.StartAsync(6);

        Assert.False(await service.Query().AllAsync(p => p.Name!.Length == 5));
        Assert.True(await service.Query().AllAsync(p => p.Name!.Length != 4));
        Assert.True(await service.Query().Where(p => p.Name != null).AllAsync(p => p.Name!.Length == 5));
    }

    [Fact]
    public async Task AllOfNone_Holds()
    {
        await using var service = await TestService.StartAsync(0);

        Assert.True(await service.Query().AllAsync(p => p.Name == "x"));
    }

    [Fact]
    public async Task Null_Throws()
    {
        var query = ProfileQuery.FromItems([]);

        await Assert.ThrowsAsync<ArgumentNullException>(async () => await query.AllAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await query.AnyAsync(null!));
    }
}
