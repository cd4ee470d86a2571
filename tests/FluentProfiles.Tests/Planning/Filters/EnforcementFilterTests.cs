using System.Collections.Frozen;
using System.Linq.Expressions;

namespace FluentProfiles.Tests.Planning.Filters;

public sealed class EnforcementFilterTests
{
    private const string Listing = "GET /v1/user_profiles?limit=100";
    private const string Banned = "&enforcement_status%5B%5D=banned";
    private const string Restricted = "&enforcement_status%5B%5D=restricted";

    private static readonly EnforcementStatus[] Array = [EnforcementStatus.Banned, EnforcementStatus.Restricted];
    private static readonly List<EnforcementStatus> List = [.. Array];
    private static readonly HashSet<EnforcementStatus> Set = [.. Array];
    private static readonly FrozenSet<EnforcementStatus> Frozen = Array.ToFrozenSet();
    private static readonly IReadOnlyCollection<EnforcementStatus> Collection = Array;
    private static readonly EnforcementStatus Local = EnforcementStatus.Banned;

    private static readonly Dictionary<string, (Expression<Func<UserProfile, bool>> Predicate, string Sent)> Cases =
        new()
        {
            ["equal"] = (p => p.EnforcementStatus == EnforcementStatus.Banned, Banned),
            ["equal, the other way round"] = (p => EnforcementStatus.Banned == p.EnforcementStatus, Banned),
            ["equal to a text"] = (p => p.EnforcementStatus == "banned", Banned),
            ["equal to a variable"] = (p => p.EnforcementStatus == Local, Banned),
            ["Equals"] = (p => p.EnforcementStatus.Equals(Local), Banned),
            ["Equals, the other way round"] = (p => Local.Equals(p.EnforcementStatus), Banned),
            ["Equals of its text"] = (p => p.EnforcementStatus.ToString().Equals("banned"), Banned),
            ["or"] = (p => p.EnforcementStatus == "banned" || p.EnforcementStatus == "restricted", Banned + Restricted),
            ["or twice the same"] = (p => p.EnforcementStatus == "banned" || p.EnforcementStatus == "banned", Banned),
            ["array"] = (p => Array.Contains(p.EnforcementStatus), Banned + Restricted),
            ["list"] = (p => List.Contains(p.EnforcementStatus), Banned + Restricted),
            ["set"] = (p => Set.Contains(p.EnforcementStatus), Banned + Restricted),
            ["frozen set"] = (p => Frozen.Contains(p.EnforcementStatus), Banned + Restricted),
            ["collection"] = (p => Collection.Contains(p.EnforcementStatus), Banned + Restricted),
            ["enumerable"] = (p => Enumerable.Contains(Array, p.EnforcementStatus), Banned + Restricted),
            ["span"] = (
                p => MemoryExtensions.Contains((ReadOnlySpan<EnforcementStatus>)Array, p.EnforcementStatus),
                Banned + Restricted
            ),
            ["span with a comparer"] = (
                p => MemoryExtensions.Contains((ReadOnlySpan<EnforcementStatus>)Array, p.EnforcementStatus, null),
                Banned + Restricted
            ),
            ["new array"] = (
                p => new[] { EnforcementStatus.Banned, Local, "restricted" }.Contains(p.EnforcementStatus),
                Banned + Restricted
            ),
            ["or of Contains"] = (
                p => List.Contains(p.EnforcementStatus) || p.EnforcementStatus == "banned",
                Banned + Restricted
            ),
            ["and that intersects"] = (
                p => Array.Contains(p.EnforcementStatus) && p.EnforcementStatus == "banned",
                Banned
            ),
            ["unequal"] = (p => p.EnforcementStatus != "banned", ""),
            ["not equal"] = (p => !(p.EnforcementStatus == "banned"), ""),
            ["or with something else"] = (p => p.EnforcementStatus == "banned" || p.Name == "a0002", ""),
            ["equal to the default"] = (p => p.EnforcementStatus == default, ""),
            ["and with something else"] = (p => p.EnforcementStatus == "banned" && p.AccessType != "x", Banned),
        };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Trait("Needs", "Compiler")]
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Condition_IsSentWhereTheServiceCanSayIt(string name)
    {
        var (predicate, sent) = Cases[name];
        await using var service = await TestService.StartAsync(40);

        var ids = await service.Query().Where(predicate).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.IdsWhere(40, predicate.Compile()), ids);
        Assert.Equal([Listing + sent], service.Requests);
    }

    [Fact]
    public async Task TwoConditions_AreIntersected()
    {
        await using var service = await TestService.StartAsync(40);

        var ids = await service
            .Query()
            .Where(p => Array.Contains(p.EnforcementStatus))
            .Where(p => p.Name != null)
            .Where(p => p.EnforcementStatus == "restricted" || p.EnforcementStatus == "pending")
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(TestProfiles.IdsWhere(40, p => p.EnforcementStatus == "restricted" && p.Name != null), ids);
        Assert.Equal([Listing + Restricted], service.Requests);
    }

    [Fact]
    public async Task Contradiction_SendsNothing()
    {
        await using var service = await TestService.StartAsync(40);
        var query = service.Query().Where(p => p.EnforcementStatus == "banned");
        EnforcementStatus[] none = [];

        Assert.Empty(await query.Where(p => p.EnforcementStatus == "pending").ToListAsync());
        Assert.Equal(0, await service.Query().CountAsync(p => none.Contains(p.EnforcementStatus)));
        Assert.False(await query.AnyAsync(p => false));
        Assert.Null(await query.Where(p => p.EnforcementStatus == "pending").FirstOrDefaultAsync());
        Assert.Empty(await service.Query().Where(p => false).Where(p => false).ToListAsync());
        Assert.Empty(
            await service.Query().Where(p => false).Where(p => none.Contains(p.EnforcementStatus)).ToListAsync()
        );

        Assert.Empty(service.Requests);
        Assert.True(query.Where(p => p.EnforcementStatus == "pending").Explain().IsEmpty);
    }

    [Fact]
    public async Task BehindTake_StaysOnTheClient()
    {
        await using var service = await TestService.StartAsync(40);

        var ids = await service.Query().Take(8).Where(p => p.EnforcementStatus == "banned").ToListAsync();

        Assert.Equal(TestProfiles.Ids([39, 35]), ids.Select(p => p.Id));
        Assert.Equal(["GET /v1/user_profiles?limit=8"], service.Requests);
    }
}
