namespace FluentProfiles.Tests.Running.Examining;

public sealed class RunFailureTests
{
    private readonly InvalidTimeZoneException fault = new("mine");

    [Fact]
    public async Task InAPredicate_ComesAfterTheItemsBeforeIt()
    {
        await using var service = await TestService.StartAsync(250);
        List<string> ids = [];

        var thrown = await Assert.ThrowsAsync<InvalidTimeZoneException>(() =>
            CollectAsync(service.Query().Where(p => Check(p)), ids)
        );

        Assert.Same(fault, thrown);
        Assert.Equal(TestProfiles.Newest(250, 109), ids);
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task InCodeOnTheClient_ComesAfterTheItemsBeforeIt()
    {
        await using var service = await TestService.StartAsync(250);
        List<string> ids = [];

        var thrown = await Assert.ThrowsAsync<InvalidTimeZoneException>(() =>
            CollectAsync(service.Query().WhereOnClient(Check), ids)
        );

        Assert.Same(fault, thrown);
        Assert.Equal(TestProfiles.Newest(250, 109), ids);
    }

    [Fact]
    public async Task InASelector_ComesAfterTheItemsBeforeIt()
    {
        await using var service = await TestService.StartAsync(250);
        List<bool> items = [];

        var thrown = await Assert.ThrowsAsync<InvalidTimeZoneException>(async () =>
        {
            await foreach (var item in service.Query().Select(p => Check(p)))
                items.Add(item);
        });

        Assert.Same(fault, thrown);
        Assert.Equal(109, items.Count);
    }

    [Fact]
    public async Task InAKey_IsTheOriginal()
    {
        await using var service = await TestService.StartAsync(250);

        var thrown = await Assert.ThrowsAsync<InvalidTimeZoneException>(async () =>
            await service.Query().Take(200).OrderBy(p => Check(p)).ToListAsync()
        );

        Assert.Same(fault, thrown);
    }

    [Fact]
    public async Task InACapturedCall_IsTheOriginalAndComesWithTheFirstProfile()
    {
        await using var service = await TestService.StartAsync(3);

        var thrown = await Assert.ThrowsAsync<InvalidTimeZoneException>(async () =>
            await service.Query().Where(p => p.Name == Broken()).ToListAsync()
        );

        Assert.Same(fault, thrown);
        Assert.Equal(["GET /v1/user_profiles?limit=100"], service.Requests);
    }

    [Fact]
    public async Task BehindWhatTakeNeeds_IsNeverMet()
    {
        await using var service = await TestService.StartAsync(250);

        var profiles = await service.Query().Where(p => Check(p)).Take(109).ToListAsync();

        Assert.Equal(TestProfiles.Newest(250, 109), profiles.Select(p => p.Id));
    }

    private static async Task CollectAsync(ProfileQuery<UserProfile> query, List<string> ids)
    {
        await foreach (var profile in query)
            ids.Add(profile.Id);
    }

    private bool Check(UserProfile profile) => profile.Id == TestProfiles.IdOf(140) ? throw fault : true;

    private string Broken() => throw fault;
}
