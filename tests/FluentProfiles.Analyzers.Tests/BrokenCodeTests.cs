using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FluentProfiles.Analyzers.Tests.Docs;
using FluentProfiles.Tests;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests;

/// <summary>Half-written code is what an analyzer sees most: none of it may make a rule throw. <c>FLUENTPROFILES_BROKEN</c> and
/// <c>FLUENTPROFILES_MUTANTS</c> set how many pieces of code are tried.</summary>
public sealed partial class BrokenCodeTests
{
    private const int MostDamaged = 6;
    private const int BodiesInOneFile = 100;

    private static readonly string[] Snippets =
    [
        "var q = client.Query().WithBeta(\"user-profiles-2026-03-24\", \"x\").Where(p => p.ExternalId == \"a\" && p.EnforcementStatus != EnforcementStatus.Banned).OrderBy(p => p.Name).OrderBy(p => p.Id).Take(5);",
        "var q = from p in Profiles.Query() let n = p.Name where n != null && p.Id == \"12\" orderby p.UpdatedAt select new { n, p.Programs.Efs }; q = q.WithPageSize(0).Skip(-1); await q.ToListAsync();",
        "var o = new ProfilesClientOptions { ApiKey = \"sk-ant-x\", Betas = [\"user-profiles-2026-08-18\", \" a,b\"] }; o.Betas.Add(AnthropicBeta.UserProfiles2026_03_24); using var c = new ProfilesClient(o); foreach (var t in texts) await c.Query().CountAsync(p => p.Metadata[\"plan\"] == t);",
        "await foreach (var p in given.WithDetails().Reverse().WithCancellation(default)) { Console.WriteLine(p.ExternalId + p.Programs.Cyber!.Tiers[\"a\"]); if (await given.CountAsync() > 0) given.Take(3); }",
        "Func<UserProfile, bool> f = p => p.TrustGrants[\"a\"] != null; var a = flag ? client.Query() : given; a = a.Where(p => new[] { EnforcementStatus.Pending }.Contains(p.EnforcementStatus)); var b = a.Where(f).GroupBy(p => p.Name);",
        "var p = await client.GetAsync(\"uprof_1\", options: new() { Betas = [\"user-profiles-2026-09-04\"] }); var s = client.Query().Select(x => new { x.Name, x.CreatedAt }).Where(x => x.Name!.Length > number).OrderBy(x => x.CreatedAt).Take(0); var list = await s.ToListAsync(); Console.WriteLine(list[0].Name);",
        "var made = await client.CreateAsync(new() { Name = \"a\" + texts[0], Metadata = new() { [\"a\"] = \"\" }, ExternalUserDetails = new() { Country = \"de\" } }, new() { Betas = [\"user-profiles-2026-03-24\"] }); await client.Query().WithBeta(\"user-profiles-2026-09-04\").ExecuteUpdateAsync(c => c.SetName(p => p.ExternalId).SetMetadata(\"a\", \"b\").Set(p => p.ExternalUserDetails.Country, \"deu\"), new() { AllowAll = false, StopOnError = flag }); await client.Query().Where(p => true).ExecuteDeleteAsync();",
        "var o = new ProfilesClientOptions { MaxRetries = -1, BaseUrl = \"https://a.example/v1\", AttemptTimeout = TimeSpan.Zero }; o.PrefetchPages = number; (o.MaxRetries, _) = (1, 2); using var own = new ProfilesClient(o); var q = own.Query().WithPrefetch(-1).WithRunTimeout(-TimeSpan.FromSeconds(2)).WithWorkspace(\"\").WithHeader(\"\", texts[0]).WithDetails(concurrency: 0); await q.ForEachAsync((p, _) => default, workers: 0); var page = await q.ToPageAsync(size: (byte)number, resumeToken: null);",
        "var b = new BulkWriteOptions { Concurrency = 0, MaxFailures = flag ? 0 : null }; var r = await client.Query().Take(5).ExecuteUpdateAsync(c => { c.Set(p => p.Id, \"a\").SetName(\"a\"); c.SetName(p => p.Name).Clear(p => p.ExternalUserDetails.Country); if (flag) return; c.SetMetadata(\"a\", \"b\").RemoveMetadata(key: \"a\").Set(p => p.Metadata[\"a\"], p => p.Name); }, b); var made = new NewProfile { ExternalId = flag ? null : \"a\" }; await new ProfilesClient().CreateAsync(made, new() { MaxRetries = -1, Tag = \"\" });",
    ];

    // What the README and the docs show, the wrong code of the rules' pages among it.
    private static readonly string[] Pages =
    [
        .. Directory
            .EnumerateFiles(RulePage.Docs, "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(RulePage.Docs, "../README.md"))
            .Concat(Repository.PackageReadmes)
            .Order(StringComparer.Ordinal)
            .SelectMany(page => Block().Matches(File.ReadAllText(page)))
            .Select(block => block.Groups[1].Value),
    ];

    [Fact]
    public Task DeletedTokens_DoNotThrow() =>
        AssertNoneThrowsAsync(Scale.Of("FLUENTPROFILES_BROKEN", 1_000), random => Damaged(random, Delete));

    [Fact]
    public Task ExchangedTokens_DoNotThrow() =>
        AssertNoneThrowsAsync(Scale.Of("FLUENTPROFILES_MUTANTS", 400), random => Damaged(random, Exchange));

    private static async Task AssertNoneThrowsAsync(int count, Func<Random, string> body)
    {
        Assert.InRange(Pages.Length, 100, 1000);
        var random = new Random(20_261_123);
        var failures = new ConcurrentBag<string>();
        var files = Enumerable.Range(0, 1 + (count - 1) / BodiesInOneFile).Select(_ => FileOf(random, body)).ToList();
        await Parallel.ForEachAsync(
            files,
            async (file, cancellationToken) =>
            {
                foreach (var diagnostic in await AnalyzeAsync(file, cancellationToken))
                {
                    if (diagnostic.Id == "AD0001")
                        failures.Add(diagnostic.GetMessage());
                }
            }
        );
        Assert.Empty(failures);
    }

    private static string FileOf(Random random, Func<Random, string> body) =>
        "using System; using System.Linq; using System.Threading.Tasks; using FluentProfiles;\n"
        + string.Concat(Enumerable.Range(0, BodiesInOneFile).Select(index => ClassOf(index, body(random))));

    private static string ClassOf(int index, string body) =>
        $"class C{index} {{ async Task M(ProfilesClient client, ProfileQuery<UserProfile> given, int number, string[] texts, bool flag) {{ {body}\n}} }}\n";

    private static string Damaged(Random random, Action<List<SyntaxToken>, Random> damage)
    {
        var corpus = random.Next(2) == 0 ? Snippets : Pages;
        var tokens = SyntaxFactory.ParseTokens(corpus[random.Next(corpus.Length)]).ToList();
        for (var left = random.Next(1, MostDamaged); left > 0 && tokens.Count > 1; left--)
            damage(tokens, random);
        return string.Concat(tokens.Select(token => token.ToFullString()));
    }

    private static void Delete(List<SyntaxToken> tokens, Random random) =>
        tokens.RemoveAt(random.Next(tokens.Count - 1));

    /// <summary>Puts a token in place of one of its kind, so that most of the code still compiles.</summary>
    private static void Exchange(List<SyntaxToken> tokens, Random random)
    {
        var place = random.Next(tokens.Count - 1);
        var same = tokens.FindAll(token => token.RawKind == tokens[place].RawKind);
        tokens[place] = same[random.Next(same.Count)];
    }

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, CancellationToken cancellationToken) =>
        Source
            .Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Source.ParseOptions))
            .WithAnalyzers(AllRules.Analyzers)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);

    [GeneratedRegex(@"```csharp\s+(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
