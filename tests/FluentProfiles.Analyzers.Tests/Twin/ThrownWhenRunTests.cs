using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.Analyzers.Tests.Twin;

/// <summary>What throws when it runs, by its constants alone, is an error of the rule that is meant for it; what only looks like
/// it runs, and gets no error.</summary>
public sealed class ThrownWhenRunTests
{
    private const string Old = "client.Query().WithBeta(AnthropicBeta.UserProfiles2026_08_18)";
    private const string Banned = "p.EnforcementStatus == EnforcementStatus.Banned";

    private static readonly (string Rule, string Statement)[] Refused =
    [
        ("FP0006", "return await client.Query().WithPrefetch(-1).CountAsync();"),
        ("FP0006", "var q = client.Query(); q = q.WithPrefetch(Constants.TooMany); return await q.CountAsync();"),
        ("FP0006", "return await client.Query().WithMaxRequests(0).CountAsync();"),
        ("FP0006", "const int none = 0; return await client.Query().WithMaxRequests(count: none).AnyAsync();"),
        (
            "FP0006",
            "return await (from p in client.Query() select p.Id).WithMaxRequests(Constants.MinusOne).CountAsync();"
        ),
        ("FP0006", "return await client.Query().WithDetails(0).CountAsync();"),
        ("FP0006", "return await client.Query().WithDetails(concurrency: -4).FirstOrDefaultAsync();"),
        ("FP0006", "return await client.Query().ToPageAsync(0);"),
        ("FP0006", "return await client.Query().Take(3).ToPageAsync(resumeToken: null, size: -20);"),
        ("FP0006", "return await client.Query().ElementAtAsync(-1);"),
        ("FP0006", "return await ProfileQuery.FromItems(Items).ElementAtAsync(index: Constants.MinusOne);"),
        ("FP0006", "await client.Query().ForEachAsync((p, _) => default, workers: 0); return null;"),
        (
            "FP0006",
            "await client.Query().Select(p => p.Id).ForEachAsync((p, _) => default, Constants.MinusOne); return null;"
        ),
        ("FP0006", "return await client.Query().Take(1).ExecuteDeleteAsync(new() { Concurrency = 0 });"),
        (
            "FP0006",
            "var o = new BulkWriteOptions(); o.MaxFailures = 0; return await client.Query().Take(1).ExecuteDeleteAsync(o);"
        ),
        ("FP0006", "return await client.Query().WithWorkspace(\"\").CountAsync();"),
        ("FP0006", "return await client.GetAsync(\"uprof_1\", new() { Workspace = NoText });"),
        ("FP0006", "return await client.Query().FromPage(\"\").CountAsync();"),
        ("FP0006", "return await client.Query().FromPage(cursor: string.Empty).CountAsync();"),
        ("FP0006", "return await client.Query().WithMaxRetries(-1).CountAsync();"),
        ("FP0006", "return await client.Query().WithAttemptTimeout(TimeSpan.Zero).CountAsync();"),
        ("FP0006", "return await client.Query().WithRunTimeout(NoTime).CountAsync();"),
        ("FP0006", "return await client.GetAsync(\"uprof_1\", new() { AttemptTimeout = -TimeSpan.FromSeconds(1) });"),
        ("FP0006", "return await client.GetAsync(NoText);"),
        ("FP0306", "using var own = new ProfilesClient(new() { ApiKey = \"a\", MaxRetries = -1 }); return own;"),
        (
            "FP0306",
            "var o = new ProfilesClientOptions { ApiKey = \"a\" }; o.BaseUrl = \"http://a.example\"; using var own = new ProfilesClient(o); return own;"
        ),
        (
            "FP0306",
            "using var own = new ProfilesClient(new ProfilesClientOptions { BaseAddress = new Uri(\"https://a.example/v1\") }); return own;"
        ),
        (
            "FP0306",
            "const string root = \"https://a.example\"; ProfilesClientOptions o = new() { BaseUrl = root + \"/v1\" }; using var own = new ProfilesClient(o); return own;"
        ),
        ("FP0402", "return await client.Query().Take(1).ExecuteUpdateAsync(c => c.Set(p => p.Id, \"uprof_2\"));"),
        (
            "FP0402",
            "return await client.Query().Take(1).PreviewUpdateAsync(c => c.SetName(\"a\").Set(p => p.CreatedAt, Since));"
        ),
        (
            "FP0402",
            "return await ProfileQuery.FromItems(Items).Take(1).ExecuteUpdateAsync(c => { c.Set(p => p.UpdatedAt, p => p.CreatedAt); });"
        ),
        ("FP0402", "return await client.Query().Take(1).ExecuteUpdateAsync(c => c.SetName(\"a\").SetName(\"b\"));"),
        (
            "FP0402",
            "return await client.Query().Take(1).ExecuteUpdateAsync(c => { c.SetMetadata(\"a\", \"b\"); c.RemoveMetadata(\"a\"); });"
        ),
        (
            "FP0402",
            "return await client.Query().Take(1).PreviewUpdateAsync(c => c.ClearName().SetMetadata(\"a\", \"b\").Set(p => p.Name, p => p.Id));"
        ),
        (
            "FP0403",
            "return await client.CreateAsync(new() { AccessType = AccessType.Passthrough, Name = \"a\" }, new() { Betas = [OldBeta] });"
        ),
        (
            "FP0403",
            "return await client.UpdateAsync(\"uprof_1\", new() { ExternalId = Change.Clear }, new() { Betas = [AnthropicBeta.UserProfiles2026_09_04] });"
        ),
        (
            "FP0403",
            $"return await {Old}.Take(1).ExecuteUpdateAsync(c => c.Set(p => p.ExternalUserDetails.Country, p => null));"
        ),
        (
            "FP0201",
            "return await client.Query().Where(p => p.Id.Contains(\"1\")).OrderBy(p => p.UpdatedAt).ToListAsync();"
        ),
        (
            "FP0201",
            "return await (from p in client.Query() where p.Id.StartsWith(\"uprof_1\") orderby p.UpdatedAt select p).ToListAsync();"
        ),
        (
            "FP0201",
            "return await client.Query().Where(p => p.Id == p.Metadata[\"id\"]).OrderBy(p => p.UpdatedAt).ToListAsync();"
        ),
        (
            "FP0201",
            "return await client.Query().Where(p => p.Metadata[\"id\"]!.Equals(p.Id)).OrderBy(p => p.Id).ToListAsync();"
        ),
        (
            "FP0201",
            "return await client.Query().Where(p => Ids.Contains(p.Id, StringComparer.OrdinalIgnoreCase)).OrderBy(p => p.UpdatedAt).ToListAsync();"
        ),
        (
            "FP0201",
            "return await client.Query().Where(p => string.Equals(p.Id, \"UPROF_1\", StringComparison.OrdinalIgnoreCase)).OrderBy(p => p.UpdatedAt).ToListAsync();"
        ),
        (
            "FP0201",
            "return await client.Query().Where(p => p.Id.Equals(\"UPROF_1\", StringComparison.OrdinalIgnoreCase)).OrderBy(p => p.UpdatedAt).ToListAsync();"
        ),
        ("FP0108", $"return await {Old}.Where(p => p.Id.Contains(\"1\") && {Banned}).ToListAsync();"),
        ("FP0108", $"return await {Old}.Where(p => p.Id == p.Metadata[\"id\"]).Where(p => {Banned}).CountAsync();"),
        (
            "FP0108",
            $"return await {Old}.Where(p => {Banned} && Ids.Contains(p.Id, StringComparer.OrdinalIgnoreCase)).ToListAsync();"
        ),
        ("FP0108", $"return await (from p in {Old} let n = p.Name where {Banned} select n).ToListAsync();"),
        (
            "FP0108",
            $"return await (from p in {Old} let s = p.EnforcementStatus where s == EnforcementStatus.Banned orderby p.Name select p).ToListAsync();"
        ),
        (
            "FP0108",
            $"return await (from p in {Old} let n = p.Name let m = n where n != null where {Banned} select new {{ m, p.Id }}).ToListAsync();"
        ),
        (
            "FP0108",
            $"return await {Old}.Select(p => new {{ p.Name, Status = p.EnforcementStatus }}).Where(x => x.Status == EnforcementStatus.Banned).ToListAsync();"
        ),
        (
            "FP0201",
            "return await client.Query().Select(p => new Coded { Name = p.Name }).OrderBy(r => r.Name).ToListAsync();"
        ),
        (
            "FP0201",
            "return await client.Query().OrderBy(p => p.UpdatedAt).CountByAsync(p => p.Name, StringComparer.Ordinal);"
        ),
        ("FP0206", "return await client.Query().Take(2).OrderBy(p => p.EnforcementStatus).ToListAsync();"),
        ("FP0206", "return await client.Query().Take(2).OrderBy(p => p.EnforcementStatus).CountAsync();"),
        (
            "FP0206",
            "return await client.Query().Take(2).OrderBy(p => p.Programs).Skip(1).Select(p => p.Id).ToHashSetAsync();"
        ),
        (
            "FP0206",
            "await client.Query().Take(2).OrderBy(p => p.Metadata).ForEachAsync((p, _) => default, 2); return null;"
        ),
        (
            "FP0206",
            "return await client.Query().Where(p => Ids.Contains(p.Id)).OrderBy(p => p.Programs).ToListAsync();"
        ),
        ("FP0206", "return await client.Query().MaxAsync(p => p.Programs);"),
        ("FP0206", "return await client.Query().Select(p => p.EnforcementActions).MinAsync();"),
        ("FP0206", "return await client.Query().Where(p => p.Name == \"nobody\").MinByAsync(p => new { p.Name });"),
        ("FP0206", "return await client.Query().FromPage(\"a\").Reverse().ToListAsync();"),
        ("FP0206", "return await client.Query().FromPage(\"a\").Skip(1).Reverse().CountAsync();"),
        (
            "FP0206",
            "return await client.Query().WhereOnClient(p => p.Name != null).OrderByDescending().Reverse().FromPage(\"a\").ToListAsync();"
        ),
    ];

    private static readonly string[] Run =
    [
        "return await client.Query().WithPrefetch(64).WithMaxRequests(50).WithMaxRetries(0).CountAsync();",
        "return await client.Query().ElementAtOrDefaultAsync(-1);",
        "return await client.Query().ToPageAsync(1, \"\");",
        "return await client.Query().WithRunTimeout(System.Threading.Timeout.InfiniteTimeSpan).AnyAsync();",
        "using var own = new ProfilesClient(new() { ApiKey = \"a\", BaseUrl = address, PrefetchPages = 0, TotalTimeout = null }); return await own.Query().CountAsync();",
        "var o = new ProfilesClientOptions { ApiKey = \"a\", MaxRetries = -1 }; (o.MaxRetries, o.BaseUrl) = (0, address); using var own = new ProfilesClient(o); return await own.Query().CountAsync();",
        "return await client.Query().Where(p => p.Name == \"nobody\").ExecuteUpdateAsync(c => c.Set(p => p.ExternalUserDetails.Country, \"DE\").Set<object>(p => p.Name, \"a\"));",
        "return await client.CreateAsync(new() { Name = \"a\", Relationship = null }, new() { Betas = [OldBeta] });",
        "return await client.UpdateAsync((await client.Query().FirstAsync()).Id, new() { Name = \"a\", ExternalId = Change.SetOrLeave<string>(null) });",
        $"return await {Old}.Where(p => p.Id == \"uprof_1\" && {Banned}).ToListAsync();",
        $"return await (from p in {Old} let n = p.Name where Ids.Contains(p.Id) && {Banned} orderby p.UpdatedAt select n).ToListAsync();",
        $"return await (from p in {Old} let n = p.Name!.Trim() where {Banned} select n).ToListAsync();",
        "return await client.Query().Where(p => Ids.Contains(p.Id, StringComparer.Ordinal)).OrderBy(p => p.UpdatedAt).ToListAsync();",
        "var q = client.Query().OrderBy(p => p.UpdatedAt); var shown = q.ToString(); return shown + await q.CountAsync();",
        "return client.Query().Select(p => p.Name!.Trim()).Where(n => n != \"\").OrderBy().ToString();",
        "return client.Query().Take(2).OrderBy(p => p.EnforcementStatus) + \"\";",
        $"return $\"{{{Old}.Where(p => {Banned})}}\";",
        "return await client.Query().Take(5).Skip(1).OrderBy(p => p.EnforcementStatus).Select(p => p.Id).ToHashSetAsync();",
        "return await client.Query().Select(p => new { p.Id, p.Name, p.Programs.Cyber!.Status }).OrderBy(x => x.Name).ToListAsync();",
        "return await client.Query().Select(p => p.Programs.Cyber!.Status).Where(s => s == ProgramStatus.Active).OrderBy().ToListAsync();",
        "return await client.Query().Select(p => new { p.Name, p.AdditionalProperties.Count }).OrderBy(x => x.Name).ToListAsync();",
        $"return await {Old}.Select(p => new Coded {{ Status = p.EnforcementStatus }}).Where(r => r.Status == EnforcementStatus.Banned).ToListAsync();",
    ];

    [Fact]
    public async Task WhatIsRefused_IsReported()
    {
        var (outcomes, errors) = await TryAsync([.. Refused.Select(one => one.Statement)]);
        Assert.All(
            Refused.Index(),
            one =>
            {
                Assert.True(outcomes[one.Index].IsRefused, $"{one.Item.Statement}\n{outcomes[one.Index]}");
                Assert.True(
                    errors[one.Index].Contains(one.Item.Rule),
                    $"{one.Item} is not reported, but {string.Join(", ", errors[one.Index])}"
                );
            }
        );
    }

    [Fact]
    public async Task WhatRuns_HasNoError()
    {
        var (outcomes, errors) = await TryAsync(Run);
        Assert.All(
            Run.Index(),
            one =>
            {
                Assert.True(outcomes[one.Index].Failure is null, $"{one.Item}\n{outcomes[one.Index]}");
                Assert.True(!errors[one.Index].Any(), $"{one.Item}: {string.Join(", ", errors[one.Index])}");
            }
        );
    }

    /// <summary>Runs each statement, and reads what the rules say of it as an error.</summary>
    private static async Task<(IReadOnlyList<ProgramOutcome> Outcomes, ILookup<int, string> Errors)> TryAsync(
        string[] statements
    )
    {
        var programs = statements.Select(statement => new GeneratedProgram(statement)).ToList();
        var compilation = Source.Compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(ProgramSource.Of(programs), Source.ParseOptions)
        );
        await using var runner = await ProgramRunner.StartAsync();
        var outcomes = await runner.RunAsync(compilation, programs);
        var errors = await RuleTwinTests.ErrorsAsync(compilation, programs.Count);
        return (
            [.. outcomes.Select(runs => runs[0])],
            Enumerable
                .Range(0, statements.Length)
                .SelectMany(index => errors[index].Select(error => (index, error.Id)))
                .ToLookup(one => one.index, one => one.Id)
        );
    }
}
