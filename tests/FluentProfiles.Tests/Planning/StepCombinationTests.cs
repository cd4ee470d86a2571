using FluentProfiles.Tests.Expressions.Captured;

namespace FluentProfiles.Tests.Planning;

/// <summary>Steps that say the same twice, or that stand behind one another, are planned as each of them is.</summary>
public sealed class StepCombinationTests
{
    private const string Listing = "GET /v1/user_profiles?limit=100";
    private const int Count = 40;

    [Fact]
    public async Task TwoConditionsOfTheClientBeforeATake_LeaveThePageWhole()
    {
        await using var service = await TestService.StartAsync(Count);

        var ofProfiles = await service
            .Query()
            .Where(p => p.Name != null)
            .Where(p => p.Metadata["plan"] == "pro")
            .Take(3)
            .Select(p => p.Id)
            .ToListAsync();
        var ofItems = await service
            .Query()
            .Select(p => Label(p))
            .Where(label => label.Length > 3)
            .Where(label => label.StartsWith('a'))
            .Take(3)
            .ToListAsync();

        Assert.Equal(TestProfiles.Ids([38, 34, 32]), ofProfiles);
        Assert.Equal(["a0038", "a0036", "a0034"], ofItems);
        Assert.Equal([Listing, Listing], service.Requests);
    }

    [Fact]
    public async Task TwoTakes_LimitWhatTheClientSorts()
    {
        await using var service = await TestService.StartAsync(Count);

        var ids = await service.Query().Take(9).Take(4).OrderBy(p => p.UpdatedAt).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([39, 38, 37, 36]), ids);
        Assert.Equal(["GET /v1/user_profiles?limit=4"], service.Requests);
    }

    [Fact]
    public async Task TwoStepsThatHoldItems_AreResumed()
    {
        await using var service = await TestService.StartAsync(Count);
        var query = service.Query().Take(9).OrderBy(p => p.ExternalUserDetails.ReferenceId).Reverse().Select(p => p.Id);
        var all = await query.ToListAsync();
        var first = await query.ToPageAsync(4);

        var second = await query.ToPageAsync(100, first.ResumeToken);

        Assert.Equal(all, first.Items.Concat(second.Items));
        Assert.Equal(9, all.Count);
    }

    [Fact]
    public async Task IdsAndATime_StopTheScan()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(Count),
            configureClient: options => options.MaxPointLookups = 1
        );
        var ids = TestProfiles.Ids([39, 35, 3]);
        var query = service
            .Query()
            .WithPageSize(5)
            .Where(p => ids.Contains(p.Id) && p.CreatedAt >= TestProfiles.Start.AddMinutes(32));

        Assert.Equal("all ids are found", query.Explain().StopsWhen);
        Assert.Equal(TestProfiles.Ids([39, 35]), await query.Select(p => p.Id).ToListAsync());
    }

    [Fact]
    public async Task NoLookups_LetAScanStartAtACursor()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(Count),
            configureClient: options => options.MaxPointLookups = 0
        );
        OneShotSequence<string> ids = new(TestProfiles.Ids([37, 3]));
        var pages = await service.Query().WithPageSize(5).AsPages().FirstAsync();
        var query = service.Query().WithPageSize(5).FromPage(pages.NextPage!).Where(p => ids.Contains(p.Id));

        Assert.NotEmpty(query.Explain().OnClient);
        Assert.Equal(TestProfiles.Ids([3]), await query.Select(p => p.Id).ToListAsync());
    }

    [Fact]
    public async Task TwoConditionsOnIdsThatOnlyARunReads_NameTheProfiles()
    {
        await using var service = await TestService.StartAsync(Count);
        OneShotSequence<string> ids = new(TestProfiles.Ids([37, 3]));
        OneShotSequence<string> others = new(TestProfiles.Ids([3, 5]));
        var query = service
            .Query()
            .Where(p => ids.Contains(p.Id))
            .Where(p => others.Contains(p.Id))
            .OrderBy(p => p.UpdatedAt);

        Assert.NotEmpty(query.Explain().OnClient);
        Assert.Equal(TestProfiles.Ids([3]), await query.Select(p => p.Id).ToListAsync());
    }

    [Fact]
    public void IdsThatAComparerFinds_AreNotLookedUp()
    {
        OneShotSequence<string> ids = new(TestProfiles.Ids([3]));
        var query = ProfileQuery
            .FromItems([])
            .Where(p => ids.Contains(p.Id, StringComparer.OrdinalIgnoreCase))
            .OrderBy(p => p.UpdatedAt);

        Assert.Throws<UnsupportedQueryException>(() => query.Explain());
    }

    [Fact]
    public async Task SmallestOfNamedProfiles_IsThatOfItsKeyWhateverTheOrder()
    {
        await using var service = await TestService.StartAsync(Count);
        var ids = TestProfiles.Ids([12, 3, 30]);
        var query = service.Query().Where(p => ids.Contains(p.Id)).OrderBy(p => p.UpdatedAt);

        Assert.Equal(TestProfiles.IdOf(3), (await query.MinByAsync(p => p.CreatedAt))!.Id);
        Assert.Equal(TestProfiles.IdOf(30), (await query.MaxByAsync(p => p.CreatedAt))!.Id);
    }

    [Fact]
    public async Task OrderThatCountsForNothing_IsNotSortedBehindASkipOrBeforeDetails()
    {
        await using var service = await TestService.StartAsync(Count);
        var query = service.Query();

        Assert.Equal(Count - 5, await query.Skip(5).OrderBy(p => p.UpdatedAt).CountAsync());
        Assert.Equal(Count, (await query.OrderBy(p => p.UpdatedAt).WithDetails().ToHashSetAsync()).Count);
        Assert.Equal(Count, await query.OrderBy(p => p.UpdatedAt).WithDetails().CountAsync());
    }

    [Fact]
    public async Task OrderBehindATake_DecidesWhichOfEqualItemsIsFirst()
    {
        await using var service = await TestService.StartAsync(Count);
        var query = service.Query().Take(8).OrderByDescending(p => p.UpdatedAt);

        Assert.Equal(TestProfiles.IdOf(32), (await query.MinByAsync(p => p.ExternalUserDetails.Country!.Length))!.Id);
        Assert.Equal(TestProfiles.IdOf(32), (await query.MaxByAsync(p => p.Id.Length))!.Id);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task AHundredTakes_HaveRoomInAToken(int takes, bool fit)
    {
        await using var service = await TestService.StartAsync(Count);
        var query = service.Query().WithPageSize(5);
        for (var i = 0; i < takes; i++)
            query = query.Take(30);
        var page = await query.AsPages().FirstAsync();
        service.Emulator.ClearRequests();

        Assert.Equal(
            TestProfiles.Newest(35, 25),
            await query.ResumeFrom(page.ResumeToken).Select(p => p.Id).ToListAsync()
        );

        Assert.Equal(fit, service.Requests[0].Contains("page=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    public async Task PageOfAHundredTakes_IsResumedByTheWholeQueryAndTheOtherWayRound(int takes)
    {
        await using var service = await TestService.StartAsync(Count);
        var query = service.Query().WithPageSize(5);
        for (var i = 0; i < takes; i++)
            query = query.Take(30);
        var one = await query.ToPageAsync(5);
        var first = await query.AsPages().FirstAsync();

        Assert.Equal(
            TestProfiles.Newest(35, 25),
            await query.ResumeFrom(one.ResumeToken).Select(p => p.Id).ToListAsync()
        );
        var next = await query.ToPageAsync(5, first.ResumeToken);
        Assert.Equal(TestProfiles.Newest(35, 5), next.Items.Select(p => p.Id));
        Assert.Equal(
            TestProfiles.Newest(30, 20),
            await query.ResumeFrom(next.ResumeToken).Select(p => p.Id).ToListAsync()
        );
    }

    [Fact]
    public async Task UpperBoundWhoseFirstItemCounts_IsReadInTheOrderOfTheQuery()
    {
        await using var service = await TestService.StartAsync(Count);
        var early = service.Query().WithPageSize(10).Where(p => p.CreatedAt < TestProfiles.Start.AddMinutes(4));

        Assert.Equal(TestProfiles.IdOf(3), (await early.MaxByAsync(p => p.Id.Length, Comparer<int>.Default))!.Id);
        Assert.Equal(TestProfiles.IdOf(3), (await early.MaxByAsync(p => p.Id.Length))!.Id);
        Assert.Equal(
            "US DE",
            string.Join(
                ' ',
                (await early.ToLookupAsync(p => p.ExternalUserDetails.Country)).Select(g => g.Key).Reverse()
            )
        );

        Assert.All(service.Requests, request => Assert.DoesNotContain("order=asc", request));
    }

    [Fact]
    public void MoreIdsThanATokenHolds_StartAgain()
    {
        var ids = TestProfiles.Ids(Enumerable.Range(0, 16_385));

        Assert.True(Plan(16_385).Execution.BeginsAgain);
        Assert.False(Plan(16_384).Execution.BeginsAgain);

        QueryPlan Plan(int count) =>
            ProfileQuery.FromItems([]).Where(p => ids.Take(count).Contains(p.Id) && p.Programs.Efs != null).Explain();
    }

    private static string Label(UserProfile profile) => profile.Name ?? "";
}
