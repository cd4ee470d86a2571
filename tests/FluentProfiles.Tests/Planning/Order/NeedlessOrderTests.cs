namespace FluentProfiles.Tests.Planning.Order;

/// <summary>An order that the service does not know is refused only where the result depends on it.</summary>
public sealed class NeedlessOrderTests
{
    private static readonly string[] Some = TestProfiles.Ids([3, 7, 1]);

    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, Task<object?>>> Needless = new()
    {
        ["Count"] = async q => await q.CountAsync(),
        ["LongCount with a condition"] = async q => await q.LongCountAsync(p => p.Name != null),
        ["Count of some"] = async q => await q.Where(p => p.Name != null).CountAsync(),
        ["Count of a Take"] = async q => await q.Take(5).CountAsync(),
        ["Count of a Skip"] = async q => await q.Skip(5).Take(9).CountAsync(),
        ["Any"] = async q => await q.AnyAsync(),
        ["Any of a Skip"] = async q => await q.Skip(11).AnyAsync(),
        ["Any with a condition"] = async q => await q.AnyAsync(p => p.Name == "a0002"),
        ["All"] = async q => await q.AllAsync(p => p.Name != ""),
        ["Contains"] = async q => await q.Select(p => p.Id).ContainsAsync(TestProfiles.IdOf(4)),
        ["MinBy"] = async q => (await q.MinByAsync(p => p.UpdatedAt))!.Id,
        ["MaxBy the time of creation"] = async q => (await q.MaxByAsync(p => p.CreatedAt))!.Id,
        ["MinBy with a comparer"] = async q => (await q.MinByAsync(p => p.Id, StringComparer.Ordinal))!.Id,
        ["Max"] = async q => await q.MaxAsync(p => p.UpdatedAt),
        ["Min with a comparer"] = async q => await q.Select(p => p.Id).MinAsync(StringComparer.Ordinal),
        ["ToHashSet"] = async q => (await q.Select(p => p.Id).ToHashSetAsync()).Order().ToList(),
        ["ToDictionary"] = async q => (await q.ToDictionaryAsync(p => p.Id)).Keys.Order().ToList(),
        ["Single"] = async q => (await q.SingleAsync(p => p.Name == "a0002")).Id,
        ["SingleOrDefault"] = async q => await q.Where(p => p.Name == "nobody").SingleOrDefaultAsync(),
        ["ForEach with workers"] = async q => (await EachAsync(q, 3)).Count,
        ["Reverse, Count"] = async q => await q.Reverse().CountAsync(),
        ["Select, Count"] = async q => await q.Select(p => p.Name + "!").CountAsync(),
        ["Select, ordered again, Count"] = async q => await q.Select(p => p.Name + "!").OrderBy(n => n).CountAsync(),
        ["Select, ordered again, Max"] = async q => await q.Select(p => p.Id + "!").OrderBy(n => n).MaxAsync(),
        ["Explained delete"] = async q => (await q.Where(p => p.Name != null).PreviewDeleteAsync()).Found,
        ["Resumed from the start"] = async q => await q.ResumeFrom(null).CountAsync(),
    };

    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, Task>> Needed = new()
    {
        ["ToList"] = async q => await q.ToListAsync(),
        ["First"] = async q => await q.FirstAsync(),
        ["Last"] = async q => await q.LastAsync(),
        ["ElementAt"] = async q => await q.ElementAtAsync(1),
        ["AsPages"] = async q => await q.AsPages().ToListAsync(),
        ["ToPage"] = async q => await q.ToPageAsync(3),
        ["ForEach"] = async q => await EachAsync(q, 1),
        ["FullJoin"] = async q => await q.FullJoinAsync(Some, id => id, p => p.Id).ToListAsync(),
        ["ToHashSet with a comparer"] = async q =>
            await q.Select(p => p.Id).ToHashSetAsync(StringComparer.OrdinalIgnoreCase),
        ["Count of some of a Take"] = async q => await q.Take(5).CountAsync(p => p.Name != null),
        ["All of a Take"] = async q => await q.Take(5).AllAsync(p => p.Name != null),
        ["Any of some of a Skip"] = async q => await q.Skip(5).Where(p => p.Name != null).AnyAsync(),
        ["MinBy of a Take"] = async q => await q.Take(5).MinByAsync(p => p.Id),
        ["Single of a Skip"] = async q => await q.Skip(11).SingleAsync(),
        ["ToHashSet of a Take"] = async q => await q.Select(p => p.Id).Take(5).ToHashSetAsync(),
        ["delete of a Take"] = async q => await q.Take(5).ExecuteDeleteAsync(),
        ["explained delete of a Take"] = async q => await q.Take(5).PreviewDeleteAsync(),
        ["Contains of a Skip"] = async q => await q.Select(p => p.Id).Skip(1).ContainsAsync("a"),
    };

    public static TheoryData<string> NeedlessNames => [.. Needless.Keys];

    public static TheoryData<string> NeededNames => [.. Needed.Keys];

    [Theory]
    [MemberData(nameof(NeedlessNames))]
    public async Task ResultThatDoesNotDependOnIt_IsThatWithoutTheOrder(string name)
    {
        await using var service = await TestService.StartAsync(12);
        var expected = await Needless[name](service.Query());
        var requests = service.Requests.ToList();
        service.Emulator.ClearRequests();

        var actual = await Needless[name](service.Query().OrderBy(p => p.UpdatedAt));

        Assert.Equal(expected, actual);
        Assert.Equal(requests, service.Requests);
    }

    [Theory]
    [MemberData(nameof(NeededNames))]
    public async Task ResultThatDependsOnIt_IsRefused(string name)
    {
        await using var service = await TestService.StartAsync(12);

        await Assert.ThrowsAsync<UnsupportedQueryException>(() =>
            Needed[name](service.Query().OrderByDescending(p => p.UpdatedAt))
        );

        Assert.Empty(service.Requests);
    }

    [Theory]
    [MemberData(nameof(NeededNames))]
    [MemberData(nameof(NeedlessNames))]
    public async Task OverIdsThatAreLookedUp_Runs(string name)
    {
        await using var service = await TestService.StartAsync(12);
        var query = service.Query().Where(p => Some.Contains(p.Id)).OrderByDescending(p => p.UpdatedAt);

        var failure = await Record.ExceptionAsync(() => (Needless.GetValueOrDefault(name) ?? Needed[name])(query));

        Assert.IsNotType<UnsupportedQueryException>(failure);
    }

    [Fact]
    public async Task ExtremeOfSortedIds_IsTheFirstOfEqualOnes()
    {
        await using var service = await TestService.StartAsync(12);
        var query = service.Query().Where(p => Some.Contains(p.Id));

        var first = await query.OrderBy(p => p.UpdatedAt).MinByAsync(p => p.Metadata["none"]);
        var last = await query.OrderByDescending(p => p.UpdatedAt).MinByAsync(p => p.Metadata["none"]);

        Assert.Equal((TestProfiles.IdOf(7), TestProfiles.IdOf(1)), (first!.Id, last!.Id));
    }

    [Fact]
    public async Task OrderOfTheService_IsKept()
    {
        await using var service = await TestService.StartAsync(12);

        await service.Query().OrderBy(p => p.UpdatedAt).OrderBy(p => p.Name).CountAsync();

        Assert.Equal(["GET /v1/user_profiles?limit=100&order=asc&order_by=name"], service.Requests);
    }

    private static async Task<List<string>> EachAsync(ProfileQuery<UserProfile> query, int workers)
    {
        List<string> ids = [];
        await query.ForEachAsync(
            (p, _) =>
            {
                lock (ids)
                    ids.Add(p.Id);
                return default;
            },
            workers
        );
        return ids;
    }
}
