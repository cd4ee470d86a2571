namespace FluentProfiles.Tests.Running.Examining;

public sealed class RunFailureTests
{
    private readonly InvalidTimeZoneException fault = new("mine");

    public static TheoryData<Exception> OfTheLibrary =>
        [
            new ProfilesNotFoundException("mine"),
            new ProfilesBudgetException("mine"),
            new ProfilesConfigurationException("mine"),
            new OperationCanceledException("mine"),
        ];

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

    /// <summary>A condition may use the library itself, and what it throws is not the failure of this run.</summary>
    [Theory]
    [MemberData(nameof(OfTheLibrary))]
    public async Task ExceptionOfTheLibraryInACondition_ComesAfterTheItemsBeforeIt(Exception mine)
    {
        await using var service = await TestService.StartAsync(250);
        var query = service.Query().WithPageSize(100).TagWith("nightly");
        Func<UserProfile, bool> holds = profile => profile.Id == TestProfiles.IdOf(140) ? throw mine : true;
        (ProfileQuery<UserProfile> Query, int Returned)[] cases =
        [
            (query.WhereOnClient(holds), 109),
            (query.Where(p => p.Name != "none" && holds(p)), 109),
            (query.Take(200).WhereOnClient(holds), 109),
            (query.WithDetails(10).WhereOnClient(holds), 109),
            // Those of the second page wait for their details.
            (query.WhereOnClient(holds).WithDetails(10), 100),
        ];

        foreach (var (asked, returned) in cases)
        {
            List<string> ids = [];

            Assert.Same(mine, await Record.ExceptionAsync(() => CollectAsync(asked, ids)));
            Assert.Equal(TestProfiles.Newest(250, returned), ids);
            Assert.Same(mine, await Record.ExceptionAsync(async () => await asked.ToPageAsync(150)));
            Assert.Null((mine as ProfilesException)?.ResumeToken);
            Assert.Null((mine as ProfilesException)?.Tag);
        }
    }

    [Fact]
    public async Task ConditionThatThrowsWhenAProfileIsReadAgain_IsTheOriginal()
    {
        await using var service = await TestService.StartAsync(30);
        ProfilesBudgetException mine = new("mine");

        var ended = await Assert.ThrowsAsync<ProfilesBulkWriteException>(() =>
            service
                .Query()
                .WhereOnClient(p => p.Programs.Efs is null ? true : throw mine)
                .WithDetails(10)
                .ExecuteUpdateAsync(set => set.SetName("Ada"), new() { Concurrency = 1 })
        );

        Assert.Same(mine, ended.InnerException);
        Assert.Null(mine.ResumeToken);
    }

    private static async Task CollectAsync(ProfileQuery<UserProfile> query, List<string> ids)
    {
        await foreach (var profile in query)
            ids.Add(profile.Id);
    }

    private bool Check(UserProfile profile) => profile.Id == TestProfiles.IdOf(140) ? throw fault : true;

    private string Broken() => throw fault;
}
