using System.Linq.Expressions;

namespace FluentProfiles.Tests.Planning.Explain;

public sealed class ExplainTests
{
    private static readonly string?[] Three = ["a", "b", null];
    private static readonly string?[] Four = ["a", "b", "c", "d"];
    private static readonly Func<UserProfile, bool> Check = p => p.Name is null;

    private static readonly Dictionary<string, (Expression<Func<UserProfile, bool>> Predicate, string Text)> Cases =
        new()
        {
            ["comparison"] = (p => p.Name == "a", "p.Name == \"a\""),
            ["index"] = (p => p.Metadata["plan"] == "pro", "p.Metadata[\"plan\"] == \"pro\""),
            ["not call"] = (p => !p.Name!.StartsWith("B"), "!p.Name.StartsWith(\"B\")"),
            ["or"] = (p => p.Name == "a" || p.Name!.Length > 3, "p.Name == \"a\" || p.Name.Length > 3"),
            ["text as enum"] = (p => p.AccessType != "x", "p.AccessType != \"x\""),
            ["nested lambda"] = (
                p => p.EnforcementActions.Any(a => a.Id == "x"),
                "p.EnforcementActions.Any(a => a.Id == \"x\")"
            ),
            ["time"] = (p => p.UpdatedAt > TestProfiles.Start, "p.UpdatedAt > 2026-05-01T00:00:00+00:00"),
            ["conditional"] = (
                p => (p.Name == null ? p.Id : p.Name) == "a",
                "(p.Name == null ? p.Id : p.Name) == \"a\""
            ),
            ["three of a kind"] = (
                p => p.Name == "a" || p.Name == "b" || p.Name == "c",
                "p.Name == \"a\" || p.Name == \"b\" || p.Name == \"c\""
            ),
            ["not or"] = (p => !(p.Name == "a" || p.Name == "b"), "!(p.Name == \"a\" || p.Name == \"b\")"),
            ["conditional within"] = (
                p => p.Name == "a" && (p.Name == null ? p.Id == "b" : p.Id == "c"),
                "p.Name == \"a\" && (p.Name == null ? p.Id == \"b\" : p.Id == \"c\")"
            ),
            ["sum within"] = (p => (p.Name!.Length + 1) * 2 == 8, "((p.Name.Length + 1) * 2) == 8"),
            ["comparisons"] = (
                p => p.Name!.Length < 1 || p.Name.Length <= 2 || p.Name.Length >= 9 || p.Name.Length > 10,
                "p.Name.Length < 1 || p.Name.Length <= 2 || p.Name.Length >= 9 || p.Name.Length > 10"
            ),
            ["arithmetic"] = (
                p => p.Name!.Length - 1 == p.Id.Length / 2 || p.Name.Length % 2 == -p.Id.Length,
                "(p.Name.Length - 1) == (p.Id.Length / 2) || (p.Name.Length % 2) == -p.Id.Length"
            ),
            ["bitwise"] = (
                p => (p.Name == null) & (p.Id == "a") | (p.Id == "b") ^ (p.Id == "c"),
                "((p.Name == null) & (p.Id == \"a\")) | ((p.Id == \"b\") ^ (p.Id == \"c\"))"
            ),
            ["flags"] = (p => p.Name == null == true, "(p.Name == null) == true"),
            ["letter"] = (p => p.Name![0] == 'B', "p.Name[0] == 'B'"),
            ["number"] = (p => p.Name!.Length == 1234, "p.Name.Length == 1234"),
            ["span of time"] = (
                p => p.UpdatedAt - p.CreatedAt > TimeSpan.FromHours(1),
                "(p.UpdatedAt - p.CreatedAt) > 01:00:00"
            ),
            ["date"] = (p => p.UpdatedAt.Date == new DateTime(2026, 5, 1), "p.UpdatedAt.Date == 2026-05-01T00:00:00"),
            ["three items"] = (p => Three.Contains(p.Name), "[\"a\", \"b\", null].Contains(p.Name)"),
            ["four items"] = (p => Four.Contains(p.Name), "[\"a\", \"b\", \"c\", …].Contains(p.Name)"),
            ["static call"] = (p => string.IsNullOrEmpty(p.Name), "String.IsNullOrEmpty(p.Name)"),
            ["static call of two"] = (p => string.Equals(p.Name, p.Id), "String.Equals(p.Name, p.Id)"),
            ["call of two"] = (
                p => p.Name!.StartsWith("a", StringComparison.Ordinal),
                "p.Name.StartsWith(\"a\", Ordinal)"
            ),
            ["new object"] = (p => new { p.Name, Key = p.Id }.Key == "x", "new { p.Name, Key = p.Id }.Key == \"x\""),
            ["new object by name"] = (p => new Version(p.Id).Major == 1, "new Version(p.Id).Major == 1"),
            ["filled object"] = (
                p => new UserProfile { Id = p.Id, Name = "x" }.Name == "x",
                "new UserProfile { Id = p.Id, Name = \"x\" }.Name == \"x\""
            ),
            ["filled list"] = (
                p => new List<string> { "x", p.Id }.Contains("y"),
                "new List<string> { \"x\", p.Id }.Contains(\"y\")"
            ),
            ["code"] = (p => Check(p), "Func<UserProfile, bool>(p)"),
            ["is"] = (p => p.Programs.Cyber is CyberProgram, "p.Programs.Cyber is CyberProgram"),
            ["two parameters"] = (
                p => p.EnforcementActions.Where((a, i) => i > 0).Any(),
                "p.EnforcementActions.Where((a, i) => i > 0).Any()"
            ),
            ["coalesce"] = (p => (p.Name ?? p.Id) == "a", "(p.Name ?? p.Id) == \"a\""),
        };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ClientPredicate_IsShownAsCSharp(string name)
    {
        var (predicate, text) = Cases[name];

        var plan = ProfileQuery.FromItems([]).Where(predicate).Explain();

        Assert.Contains($"Where(p => {text})", plan.OnClient.Single(), StringComparison.Ordinal);
        Assert.Contains(text, plan.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyConstruct_CanBeShownAndRun()
    {
        await using var service = await TestService.StartAsync(10);
        var query = service.Query();
        ProfileQuery<UserProfile>[] queries =
        [
            query.Where(p => Check(p)),
            query.Where(p => p.Programs.Cyber is CyberProgram || p.Name == null),
            query.Where(p => new List<string?> { "x", p.Name }.Contains(null)),
            query.Where(p => new UserProfile { Name = p.Name }.Name == null),
            query.Where(p => new[] { p.Name, "x" }[0] == null),
            query.Where(p => (p.Name as object) == null),
            query.Where(p => -p.Id.Length < 0 && (p.Name == null & true)),
            query.Where(p => (p.Name == null) ^ false),
            query.Where(p => $"{p.Name}{p.Name}" == ""),
            query.Where(p => default(string) == p.Name),
        ];

        foreach (var each in queries)
        {
            Assert.NotEmpty(each.Explain().OnClient);
            Assert.Equal(TestProfiles.Ids([5, 0]), (await each.ToListAsync()).Select(p => p.Id));
        }
    }

    [Fact]
    public void Redacted_ShowsNoValues()
    {
        var secret = "jane@example.com";
        string[] names = ["jane", "joe"];

        var text = ProfileQuery
            .FromItems([])
            .Where(p => p.Name == secret || names.Contains(p.Name) || p.Metadata["jane"] == "j")
            .Explain(redact: true)
            .ToString();

        Assert.DoesNotContain("jane", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"j\"", text, StringComparison.Ordinal);
        Assert.Contains("p.Name == ?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_SaysWhatIsSent()
    {
        await using var service = await TestService.StartAsync(3);
        var plan = service
            .Query()
            .WithBeta(AnthropicBeta.UserProfilesBilling2026_10_01)
            .WithWorkspace("wrkspc_7")
            .Where(p => p.EnforcementStatus == "banned")
            .OrderByDescending(p => p.Name)
            .Take(5)
            .Explain();

        Assert.Equal(("name", true, 100), (plan.OrderBy, plan.Descending, plan.PageSize));
        Assert.Equal([EnforcementStatus.Banned], plan.EnforcementStatuses);
        Assert.Equal([AnthropicBeta.UserProfilesBilling2026_10_01], plan.Betas);
        Assert.Equal("wrkspc_7", plan.Workspace);
        Assert.Equal(ApiRevision.Current, plan.Revision);
        Assert.Equal((1, null), (plan.MinRequests, plan.MaxRequests));
        Assert.False(plan.IsEmpty);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public void WholeListing_NeedsNothingOfTheClient()
    {
        var plan = ProfileQuery.FromItems([]).Explain();

        Assert.Empty(plan.OnClient);
        Assert.Empty(plan.Betas);
        Assert.Empty(plan.EnforcementStatuses);
        Assert.Null(plan.OrderBy);
        Assert.Null(plan.Workspace);
        Assert.True(plan.Descending);
        Assert.Equal(100, plan.PageSize);
    }

    [Fact]
    public void EmptyQuery_SaysSo()
    {
        var plan = ProfileQuery.FromItems([]).Take(0).Explain();

        Assert.True(plan.IsEmpty);
        Assert.Equal((0, 0), (plan.MinRequests, plan.MaxRequests));
        Assert.Contains("Nothing is sent", plan.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void PlanThatAPageMayEnd_KeepsPrefetchShort()
    {
        var query = ProfileQuery.FromItems([]);
        var filtered = query.Where(p => p.Name != null);

        Assert.True(filtered.Take(5).Explain().Execution.MayStopEarly);
        Assert.True(query.Where(p => p.CreatedAt > DateTimeOffset.UnixEpoch).Explain().Execution.MayStopEarly);
        Assert.False(query.Explain().Execution.MayStopEarly);
        Assert.False(filtered.Explain().Execution.MayStopEarly);
        Assert.False(query.Take(500).Explain().Execution.MayStopEarly);
    }
}
