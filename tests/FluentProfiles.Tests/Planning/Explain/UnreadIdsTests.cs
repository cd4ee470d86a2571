using System.Linq.Expressions;
using FluentProfiles.Tests.Expressions.Captured;

namespace FluentProfiles.Tests.Planning.Explain;

/// <summary>A plan accepts what a run accepts, and rejects what it rejects, where only the run reads the ids.</summary>
public sealed class UnreadIdsTests
{
    private static readonly Row[] Rows =
    [
        new("uprof_000007", true),
        new("uprof_000003", true),
        new("uprof_000005", false),
    ];

    private static readonly Group[] Groups = [new(Rows), new([])];

    private static readonly Dictionary<
        string,
        Func<IEnumerable<Row>, IEnumerable<string>, Expression<Func<UserProfile, bool>>>
    > Conditions = new()
    {
        ["Contains"] = (_, ids) => p => ids.Contains(p.Id),
        ["Contains of a chain"] = (rows, _) => p => rows.Where(r => r.IsOpen).Select(r => r.Id).Contains(p.Id),
        ["not not"] = (_, ids) => p => !!ids.Contains(p.Id),
        ["beside another"] = (_, ids) => p => p.Name != "x" && ids.Contains(p.Id),
        ["or an id"] = (_, ids) => p => p.Id == "uprof_000007" || ids.Contains(p.Id),
        ["set"] = (_, ids) => p => ids.ToHashSet().Contains(p.Id),
        ["new set"] = (_, ids) => p => new HashSet<string>(ids).Contains(p.Id),
        ["Any"] = (_, ids) => p => ids.Any(id => id == p.Id),
        ["Any of rows"] = (rows, _) => p => rows.Any(r => r.Id == p.Id && r.IsOpen),
        ["not All"] = (rows, _) => p => !rows.Where(r => r.IsOpen).All(r => p.Id != r.Id),
        ["sequence of an item"] = (_, _) => p => Groups.Any(g => g.Rows.Where(r => r.IsOpen).Any(r => r.Id == p.Id)),
        ["sequence of an item, Contains"] = (_, _) =>
            p => Groups.Any(g => g.Rows.Where(r => r.IsOpen).Select(r => r.Id).Contains(p.Id)),
        ["sequence of an item, not All"] = (_, _) =>
            p => !Groups.All(g => g.Rows.Where(r => r.IsOpen).All(r => r.Id != p.Id)),
        ["sequence of an item of a sequence"] = (rows, _) =>
            p =>
                rows.Any(row =>
                    Groups.Where(g => g.Rows.Length > 2).Any(g => g.Rows.Any(r => r.IsOpen && r.Id == p.Id))
                ),
        ["queryable"] = (_, ids) => p => ids.AsQueryable().Contains(p.Id),
    };

    public static TheoryData<string> Names => [.. Conditions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SortThatOnlyTheClientCanDo_IsPlannedAsItRuns(string name)
    {
        await using var service = await TestService.StartAsync(20);
        var query = service.Query().Where(Condition(name)).OrderBy(p => p.ExternalUserDetails.ReferenceId);

        Assert.Contains("OrderBy(p => p.ExternalUserDetails.ReferenceId)", query.Explain().ToString());
        Assert.Equal(TestProfiles.Ids([3, 7]), await query.Select(p => p.Id).ToListAsync());
        Assert.All(service.Requests, request => Assert.StartsWith("GET /v1/user_profiles/uprof_", request));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Cursor_IsRefusedByThePlanAndByTheRun(string name)
    {
        await using var service = await TestService.StartAsync(20);
        var query = service.Query().FromPage("page").Where(Condition(name));

        Assert.Throws<UnsupportedQueryException>(() => query.Explain());
        await Assert.ThrowsAsync<UnsupportedQueryException>(async () => await query.ToListAsync());
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task SingleIdThatARunReads_IsNamedByIt()
    {
        await using var service = await TestService.StartAsync(20);
        OneShotSequence<string> ids = new("uprof_000003", "uprof_000007");
        var query = service.Query().Where(p => p.Id == ids.Last()).OrderBy(p => p.UpdatedAt);

        Assert.NotEmpty(query.Explain().OnClient);
        Assert.Equal("uprof_000007", (await query.SingleAsync()).Id);
    }

    [Fact]
    public async Task ConditionThatNamesNone_IsRefusedByBoth()
    {
        await using var service = await TestService.StartAsync(20);
        foreach (
            var condition in (Expression<Func<UserProfile, bool>>[])
                [
                    p => !Sequence().Contains(p.Id),
                    p => Sequence().Contains(p.Name),
                    p => Sequence().Contains(p.Id) || p.Name == "x",
                    p => Sequence().Any(id => id != p.Id),
                    p => p.Id != Sequence().Last(),
                    p => Groups.Any(g => g.Rows.Where(r => r.IsOpen).Any(r => r.Id == p.Name)),
                    p => Groups.Any(g => g.Rows.Where(r => r.IsOpen).Any(r => r.Id != p.Id)),
                ]
        )
        {
            var query = service.Query().Where(condition).OrderBy(p => p.UpdatedAt);
            Assert.Throws<UnsupportedQueryException>(() => query.Explain());
            await Assert.ThrowsAsync<UnsupportedQueryException>(async () => await query.ToListAsync());
        }
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task FilterThatTheShapeRejects_IsNoMatterForLookups()
    {
        await using var service = await TestService.StartAsync(20);
        var query = service
            .Query()
            .WithBeta(AnthropicBeta.UserProfiles2026_03_24)
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned && Sequence().Contains(p.Id));

        Assert.NotEmpty(query.Explain().OnClient);
        Assert.Equal(0, await query.CountAsync());
    }

    private static Expression<Func<UserProfile, bool>> Condition(string name) =>
        Conditions[name](new OneShotSequence<Row>(Rows), new OneShotSequence<string>("uprof_000003", "uprof_000007"));

    private static OneShotSequence<string> Sequence() => new("uprof_000003", "uprof_000007");

    private sealed record Row(string Id, bool IsOpen);

    private sealed record Group(Row[] Rows);
}
