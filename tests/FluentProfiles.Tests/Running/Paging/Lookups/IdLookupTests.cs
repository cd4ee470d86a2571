using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Running.Paging.Lookups;

public sealed class IdLookupTests
{
    [Fact]
    public async Task OneId_IsOneGet()
    {
        await using var service = await TestService.StartAsync(300);

        var profile = await service.Query().SingleAsync(p => p.Id == TestProfiles.IdOf(7));

        Assert.Equal("B0007", profile.Name);
        Assert.Equal(["GET /v1/user_profiles/uprof_000007"], service.Requests);
    }

    [Fact]
    public async Task EveryFormOfEquality_IsOneGet()
    {
        await using var service = await TestService.StartAsync(300);
        var id = TestProfiles.IdOf(7);
        ProfileQuery<UserProfile>[] queries =
        [
            service.Query().Where(p => p.Id.Equals(id)),
            service.Query().Where(p => id.Equals(p.Id)),
            service.Query().Where(p => string.Equals(p.Id, id)),
            service.Query().Where(p => string.Equals(id, p.Id)),
            service.Query().Where(p => Equals(p.Id, id)),
        ];

        foreach (var query in queries)
            Assert.Equal([id], await query.Select(p => p.Id).ToListAsync());

        Assert.Equal(Enumerable.Repeat("GET /v1/user_profiles/uprof_000007", queries.Length), service.Requests);
    }

    [Fact]
    public async Task ManyIds_AreGetsInTheQuerysOrder()
    {
        await using var service = await TestService.StartAsync(300);
        string[] ids = [.. TestProfiles.Ids([3, 250, 17]), "uprof_absent", TestProfiles.IdOf(3)];

        var found = await service.Query().Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync();
        var byName = await service.Query().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Name).ToListAsync();

        Assert.Equal(TestProfiles.Ids([250, 17, 3]), found);
        Assert.Equal(["B0003", "B0017", null], byName.Select(p => p.Name));
        Assert.Equal(
            TestProfiles.Ids([3, 250, 17]).Append("uprof_absent").Select(id => $"GET /v1/user_profiles/{id}").Order(),
            service.Requests.Take(4).Order()
        );
        Assert.Equal(8, service.Requests.Count);
    }

    [Fact]
    public async Task OtherConditions_HoldAsEver()
    {
        await using var service = await TestService.StartAsync(20);
        var ids = TestProfiles.Ids([1, 2, 3, 4, 5]).ToList();

        var banned = await service
            .Query()
            .Where(p => ids.Contains(p.Id) && p.EnforcementStatus == EnforcementStatus.Banned)
            .Select(p => p.Id)
            .ToListAsync();
        var skipped = await service.Query().Where(p => ids.Contains(p.Id)).Skip(1).Take(2).ToListAsync();

        Assert.Equal(TestProfiles.Ids([3]), banned);
        Assert.Equal(TestProfiles.Ids([4, 3]), skipped.Select(p => p.Id));
    }

    [Fact]
    public async Task Sets_AreIntersectedAndEmptyOnesSendNothing()
    {
        await using var service = await TestService.StartAsync(20);
        HashSet<string> some = [.. TestProfiles.Ids([1, 2, 3])];
        string[] others = TestProfiles.Ids([3, 4]);
        string[] none = [];

        var both = service.Query().Where(p => some.Contains(p.Id)).Where(p => others.Contains(p.Id));

        Assert.Equal(1, both.Explain().Lookups);
        Assert.Equal(TestProfiles.Ids([3]), await both.Select(p => p.Id).ToListAsync());
        Assert.Single(service.Requests);
        Assert.Empty(await service.Query().Where(p => none.Contains(p.Id)).ToListAsync());
        Assert.Empty(await service.Query().Where(p => p.Id == null || p.Id == "" || p.Id == "..").ToListAsync());
        Assert.Empty(await service.Query().Where(p => p.Id == ".").ToListAsync());
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task TextThatNoRequestCanAskFor_IsTheIdOfNoProfile()
    {
        await using var service = await TestService.StartAsync(20);

        foreach (var text in NoIds.ByName.Values)
        {
            Assert.Null(await service.Query().Where(p => p.Id == text).FirstOrDefaultAsync());
            Assert.Equal(20, await service.Query().Take(20).CountAsync(p => p.Id != text));
            Assert.Equal(0, await ProfileQuery.FromItems(TestProfiles.Many(20)).CountAsync(p => p.Id == text));
        }

        Assert.All(service.Requests, request => Assert.StartsWith("GET /v1/user_profiles?limit=20", request));
    }

    [Fact]
    public async Task TextThatNoRequestCanAskFor_IsLeftOutOfASet()
    {
        await using var service = await TestService.StartAsync(20);
        string[] ids = [.. NoIds.ByName.Values, TestProfiles.IdOf(3)];

        Assert.Equal(
            TestProfiles.Ids([3]),
            await service.Query().Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync()
        );
        Assert.Equal([$"GET /v1/user_profiles/{TestProfiles.IdOf(3)}"], service.Requests);
    }

    [Fact]
    public async Task LongestId_IsAskedFor()
    {
        await using var service = await TestService.StartAsync(20);
        string[] longest = [new('x', 1024), new('ü', 512), string.Concat(Enumerable.Repeat("😀", 256))];

        foreach (var id in longest)
        {
            Assert.Null(await service.Query().Where(p => p.Id == id).FirstOrDefaultAsync());
            await Assert.ThrowsAsync<ProfilesNotFoundException>(() => service.Client.GetAsync(id));
        }

        Assert.Equal(2 * longest.Length, service.Requests.Count);
    }

    [Fact]
    public async Task ComparerOfItsOwn_IsNoLookup()
    {
        await using var service = await TestService.StartAsync(20);
        HashSet<string> upper = new(StringComparer.OrdinalIgnoreCase) { "UPROF_000003" };

        var found = await service.Query().Where(p => upper.Contains(p.Id)).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([3]), found);
        Assert.Equal(["GET /v1/user_profiles?limit=100"], service.Requests);
    }

    [Fact]
    public async Task MoreIdsThanLookups_ReadUntilAllAreFound()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(300),
            configureClient: options => options.MaxPointLookups = 2
        );
        var ids = TestProfiles.Ids([299, 250, 150]);
        var query = service.Query().Where(p => ids.Contains(p.Id));

        var found = await query.Select(p => p.Id).ToListAsync();

        Assert.Equal(ids, found);
        Assert.Equal(2, service.Requests.Count);
        Assert.Equal("all ids are found", query.Explain().StopsWhen);
        Assert.Equal(0, query.Explain().Lookups);
    }

    [Fact]
    public async Task ConditionOnWhatListsOmit_NeedsGets()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(20),
            configureClient: options => options.MaxPointLookups = 2
        );
        var ids = TestProfiles.Ids([1, 2, 3, 4]);

        var active = await service
            .Query()
            .Where(p => ids.Contains(p.Id) && p.Programs.Efs!.Status == ProgramStatus.Active)
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(TestProfiles.Ids([4, 2]), active);
        Assert.Equal(4, service.Requests.Count);
    }

    [Fact]
    public async Task Details_NeedNoSecondGet()
    {
        await using var service = await TestService.StartAsync(20);

        var profile = await service.Query().Where(p => p.Id == TestProfiles.IdOf(2)).WithDetails().SingleAsync();

        Assert.Equal(ProgramStatus.Active, profile.Programs.Efs!.Status);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task NotFoundOfAnotherKind_IsAnError()
    {
        await using var service = await TestService.StartAsync(3);
        service.Emulator.Intercept = _ => EmulatorResponse.Text(404, "<html>");

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() =>
            service.Query().Where(p => p.Id == "uprof_x").ToListAsync().AsTask()
        );
    }

    [Fact]
    public async Task BudgetBelowTheLookups_SendsNothing()
    {
        await using var service = await TestService.StartAsync(3);
        var ids = TestProfiles.Ids([0, 1, 2]);
        var query = service.Query().Where(p => ids.Contains(p.Id));

        Assert.Equal((3, 3), (query.Explain().MinRequests, query.Explain().MaxRequests));
        await Assert.ThrowsAsync<ProfilesBudgetException>(() => query.WithMaxRequests(2).ToListAsync().AsTask());
        Assert.Empty(service.Requests);
        Assert.Equal(3, (await query.WithMaxRequests(3).ToListAsync()).Count);
    }

    [Fact]
    public async Task Eight_AreUnderWayAtOnce()
    {
        await using var service = await TestService.StartAsync(20);
        var ids = TestProfiles.Ids(Enumerable.Range(0, 20));
        var (underWay, most) = (0, 0);
        var full = new TaskCompletionSource();
        service.Emulator.BeforeResponse = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underWay));
            if (most == 8)
                full.TrySetResult();
            await full.Task;
            Interlocked.Decrement(ref underWay);
        };

        var found = await service.Query().Where(p => ids.Contains(p.Id)).ToListAsync();

        Assert.Equal(20, found.Count);
        Assert.Equal(8, most);
    }

    [Fact]
    public async Task StatusUnderAShapeWithoutStatuses_GivesNone()
    {
        await using var service = await TestService.StartAsync(5);
        var id = TestProfiles.IdOf(3);

        var found = service
            .Query()
            .WithBeta(AnthropicBeta.UserProfiles2026_09_04)
            .Where(p => p.Id == id && p.EnforcementStatus == "banned");

        Assert.Empty(await found.ToListAsync());
        Assert.Single(service.Requests);
    }
}
