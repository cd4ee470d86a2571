using System.Linq.Expressions;
using FluentProfiles.Tests.Expressions.Captured;

namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>Conditions over captured items, whose code runs once for each item, however often the query is planned.</summary>
public sealed class QuantifierFormTests
{
    private int evaluations;

    public static TheoryData<string> Names =>
        ["Any", "Any, item last", "not All", "not All, item last", "status", "member"];

    [Theory]
    [Trait("Needs", "Compiler")]
    [MemberData(nameof(Names))]
    public async Task ItemsBehindASelect_AreEvaluatedOnceARun(string name)
    {
        await using var service = await TestService.StartAsync(20);
        string[] values = name == "status" ? ["pending", "restricted", "banned"] : TestProfiles.Ids([3, 7, 900]);
        Row[] rows = [.. values.Select(value => new Row(this, value))];
        var items = service.Query().Select(p => new { p.Id, p.EnforcementStatus });
        var query = name switch
        {
            "Any" => items.Where(x => rows.Any(r => r.Value == x.Id)),
            "Any, item last" => items.Where(x => rows.Any(r => x.Id == r.Value)),
            "not All" => items.Where(x => !rows.All(r => r.Value != x.Id)),
            "not All, item last" => items.Where(x => !rows.All(r => x.Id != r.Value)),
            "status" => items.Where(x => rows.Any(r => r.Value == x.EnforcementStatus.ToString())),
            _ => items.Where(x => rows.Any(r => r.Parts[0] == x.Id)),
        };

        var page = await query.ToPageAsync(1);
        Assert.Equal(3, evaluations);
        await query.ToPageAsync(1, page.ResumeToken);

        Assert.Single(page.Items);
        Assert.Equal(3 * 2, evaluations);
    }

    [Fact]
    [Trait("Needs", "Compiler")]
    public async Task SequenceOfAnItem_IsNotReadByAnExplanation()
    {
        await using var service = await TestService.StartAsync(20);
        OneShotSequence<string> ids = new("uprof_000003", "uprof_000007");
        Group[] groups = [new(ids)];

        _ = service.Query().Where(p => groups.Any(group => group.Ids.Contains(p.Id))).Explain().ToString();

        Assert.Equal(0, ids.Readings);
    }

    [Fact]
    public async Task ItemWhoseIdThrows_ThrowsForTheFirstProfile()
    {
        string?[] texts = ["uprof_000003", null];
        await using var service = await TestService.StartAsync(3);
        await using var empty = await TestService.StartAsync(0);
        Expression<Func<UserProfile, bool>> condition = p => texts.Any(text => Checked(text) == p.Id);

        Assert.Equal(0, service.Query().Where(condition).Explain().Lookups);
        Assert.Equal(0, await empty.Query().CountAsync(condition));
        await Assert.ThrowsAsync<TimeoutException>(async () => await service.Query().CountAsync(condition));
    }

    private static string Checked(string? text) => text ?? throw new TimeoutException();

    private sealed record Group(IEnumerable<string> Ids);

    private sealed class Row(QuantifierFormTests owner, string value)
    {
        public string Value
        {
            get
            {
                owner.evaluations++;
                return value;
            }
        }

        public string[] Parts => [Value];
    }
}
