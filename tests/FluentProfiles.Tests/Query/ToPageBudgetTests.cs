using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Query;

/// <summary>A page whose requests are bounded is short rather than a failure, and every call gets on.</summary>
public sealed class ToPageBudgetTests
{
    /// <summary>Queries that end within a page whose details the budget may not allow.</summary>
    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>>> Ending =
        new()
        {
            ["Take"] = q => q.Take(3).WithDetails(),
            ["Take of matches"] = q => q.Where(p => p.Name != null).Take(5).WithDetails(2),
            ["Skip and Take"] = q => q.Skip(2).Take(4).WithDetails(),
            ["bound"] = q => q.Where(p => p.CreatedAt > TestProfiles.Start.AddMinutes(24)).WithDetails(3),
            ["condition behind"] = q => q.Take(6).WithDetails().Where(p => p.Name != null),
        };

    public static TheoryData<string, int> EndingCases
    {
        get
        {
            TheoryData<string, int> cases = [];
            foreach (var name in Ending.Keys)
            {
                for (var requests = 2; requests < 4; requests++)
                    cases.Add(name, requests);
            }
            return cases;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task SelectiveFilter_GivesShortPagesThatGoOn(int requests)
    {
        await using var service = await TestService.StartAsync(95);
        // Every fifteenth profile.
        var query = service.Query().WithPageSize(10).Where(p => p.Name == null && p.Metadata.Count == 0);
        var expected = TestProfiles.IdsWhere(95, p => p.Name is null && p.Metadata.Count == 0);

        var (ids, calls) = await WalkAsync(service, query.WithMaxRequests(requests), 5, requests);

        Assert.Equal(expected, ids);
        Assert.InRange(calls, 1, 10);
    }

    [Fact]
    public async Task NoMatch_GivesEmptyPagesUntilTheEnd()
    {
        await using var service = await TestService.StartAsync(95);
        var query = service.Query().WithPageSize(10).Where(p => p.Name == "nobody").WithMaxRequests(4);

        var first = await query.ToPageAsync(5);

        Assert.Empty(first.Items);
        Assert.NotNull(first.ResumeToken);
        Assert.Equal(4, service.Requests.Count);
        Assert.Equal(
            (0, 3),
            (await WalkAsync(service, query, 5, 4)) is var (ids, calls) ? (ids.Count, calls) : default
        );
    }

    [Fact]
    public async Task LimitOfTheClient_GivesShortPages()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(95),
            configureClient: options => options.MaxRequestsPerQuery = 2
        );

        var page = await service.Query().WithPageSize(10).ToPageAsync(25);

        Assert.Equal(TestProfiles.Newest(95, 20), page.Items.Select(p => p.Id));
        Assert.Equal(2, service.Requests.Count);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(20)]
    public async Task Details_StopWithinAPage(int requests)
    {
        await using var service = await TestService.StartAsync(30);
        var query = service.Query().WithPageSize(10).WithDetails().Where(p => p.Metadata["plan"] != null);

        var (ids, _) = await WalkAsync(service, query.WithMaxRequests(requests), 8, requests);

        Assert.Equal(TestProfiles.IdsWhere(30, p => p.Metadata["plan"] is not null), ids);
    }

    [Theory]
    [MemberData(nameof(EndingCases))]
    public async Task LastDetailsBeyondTheBudget_ComeWithTheNextPage(string name, int requests)
    {
        await using var service = await TestService.StartAsync(30);
        var query = Ending[name](service.Query());
        var expected = await query.Select(p => p.Id).ToListAsync();

        var (ids, _) = await WalkAsync(service, query.WithMaxRequests(requests), 18, requests);

        Assert.Equal(expected, ids);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public async Task SkipAndTake_KeepTheirCount(int requests)
    {
        await using var service = await TestService.StartAsync(95);
        var query = service.Query().WithPageSize(10).WithDetails().Where(p => p.Name != null).Skip(7).Take(20);

        var (ids, _) = await WalkAsync(service, query.WithMaxRequests(requests), 6, requests);

        Assert.Equal(TestProfiles.IdsWhere(95, p => p.Name is not null).Skip(7).Take(20), ids);
    }

    [Fact]
    public async Task ItemsThatAreHeldBack_ComeOrTheBudgetIsTooSmall()
    {
        await using var service = await TestService.StartAsync(95);
        var query = service.Query().WithPageSize(10).Skip(15).Reverse();

        var page = await query.WithMaxRequests(3).ToPageAsync(50);

        Assert.Equal(TestProfiles.Newest(95, 95).Skip(15).Reverse().Take(15), page.Items.Select(p => p.Id));
        await Assert.ThrowsAsync<ProfilesBudgetException>(() => query.WithMaxRequests(1).ToPageAsync(50).AsTask());
        var second = await query.WithMaxRequests(6).ToPageAsync(10, page.ResumeToken);
        Assert.Equal(TestProfiles.Newest(95, 95).Skip(15).Reverse().Skip(15).Take(10), second.Items.Select(p => p.Id));
    }

    [Fact]
    public async Task MoreLookUpsThanRequests_AreRefusedBeforeARequest()
    {
        await using var service = await TestService.StartAsync(30);
        var ids = TestProfiles.Ids(Enumerable.Range(0, 9));

        await Assert.ThrowsAsync<ProfilesBudgetException>(() =>
            service.Query().Where(p => ids.Contains(p.Id)).WithMaxRequests(8).ToPageAsync(5).AsTask()
        );

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task OnlyRequestFails_IsAFailure()
    {
        await using var service = await TestService.StartAsync(30);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(403, "permission_error", "no");

        await Assert.ThrowsAsync<ProfilesPermissionException>(() =>
            service.Query().WithMaxRequests(1).ToPageAsync(5).AsTask()
        );
    }

    [Fact]
    public async Task OtherTerminals_FailAllTheSame()
    {
        await using var service = await TestService.StartAsync(95);
        var query = service.Query().WithPageSize(10).Where(p => p.Name == "nobody").WithMaxRequests(4);

        await Assert.ThrowsAsync<ProfilesBudgetException>(() => query.ToListAsync().AsTask());
        await Assert.ThrowsAsync<ProfilesBudgetException>(() => query.FirstOrDefaultAsync().AsTask());
        await Assert.ThrowsAsync<ProfilesBudgetException>(() => query.AnyAsync().AsTask());
    }

    [Fact]
    public async Task TokenOfAScanFromBothEnds_GoesOnUnderABudget()
    {
        await using var service = await TestService.StartAsync(120);
        var query = service.Query().WithPageSize(10).WithTwoEndedScan();
        var requests = 0;
        service.Emulator.Intercept = _ =>
            Interlocked.Increment(ref requests) > 5 ? EmulatorResponse.Error(403, "permission_error", "no") : null;
        HashSet<string> given = [];
        var failure = await Assert.ThrowsAsync<ProfilesPermissionException>(() =>
            query
                .WithPrefetch(0)
                .ForEachAsync(
                    (profile, _) =>
                    {
                        lock (given)
                            Assert.True(given.Add(profile.Id));
                        return ValueTask.CompletedTask;
                    },
                    workers: 2
                )
                .AsTask()
        );
        service.Emulator.Intercept = null;

        var (ids, _) = await WalkAsync(service, query.WithMaxRequests(1), 7, 1, failure.ResumeToken);

        Assert.Equal(TestProfiles.Newest(120, 120), given.Concat(ids).OrderDescending());
    }

    private static async Task<(List<string> Ids, int Calls)> WalkAsync(
        TestService service,
        ProfileQuery<UserProfile> query,
        int size,
        int requests,
        string? token = null
    )
    {
        List<string> ids = [];
        var calls = 0;
        do
        {
            Assert.InRange(calls++, 0, 200);
            service.Emulator.ClearRequests();
            var page = await query.Select(p => p.Id).ToPageAsync(size, token);
            Assert.InRange(service.Requests.Count, 0, requests);
            Assert.NotEqual(token, page.ResumeToken);
            ids.AddRange(page.Items);
            token = page.ResumeToken;
        } while (token is not null);
        return (ids, calls);
    }
}
