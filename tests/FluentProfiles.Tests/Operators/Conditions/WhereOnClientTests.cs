namespace FluentProfiles.Tests.Operators.Conditions;

public sealed class WhereOnClientTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(250, 3)]
    public async Task AnyCode_IsAskedOfEveryProfileInOrder(int count, int requests)
    {
        await using var service = await TestService.StartAsync(count);
        List<string> asked = [];

        var profiles = await service
            .Query()
            .WhereOnClient(p =>
            {
                asked.Add(p.Id);
                return p.ExternalUserDetails.Country == "DE";
            })
            .ToListAsync();

        Assert.Equal(TestProfiles.Newest(count, count), asked);
        Assert.Equal(
            TestProfiles.IdsWhere(count, p => p.ExternalUserDetails.Country == "DE"),
            profiles.Select(p => p.Id)
        );
        Assert.Equal(requests, service.Requests.Count);
    }

    [Fact]
    public async Task BeforeSelect_SeesWholeProfiles()
    {
        await using var service = await TestService.StartAsync(4);

        var ids = await service
            .Query()
            .WhereOnClient(p => p.Metadata["plan"] == "free" && p.UpdatedAt > TestProfiles.Start)
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal([TestProfiles.IdOf(1)], ids);
    }

    [Fact]
    public async Task AfterSelect_SeesTheItems()
    {
        await using var service = await TestService.StartAsync(10);

        var names = await service
            .Query()
            .Select(p => p.Name)
            .WhereOnClient(name => name?.EndsWith('7') ?? false)
            .ToListAsync();

        Assert.Equal(["B0007"], names);
    }

    [Fact]
    public async Task BeforeTake_StopsWithTheLastWanted()
    {
        await using var service = await TestService.StartAsync(250);
        var asked = 0;

        var profiles = await service.Query().WhereOnClient(_ => ++asked % 2 == 0).Take(3).ToListAsync();

        Assert.Equal(TestProfiles.Ids([248, 246, 244]), profiles.Select(p => p.Id));
        Assert.Equal(6, asked);
        Assert.Equal(["100"], service.Limits);
    }
}
