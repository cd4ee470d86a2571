using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FluentProfiles.Analyzers.Tests.Docs;
using FluentProfiles.Tests;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests;

/// <summary>Half-written code is what an analyzer sees most: none of it may make a rule throw. <c>FLUENTPROFILES_BROKEN</c> sets
/// how many pieces of code are tried.</summary>
public sealed partial class BrokenCodeTests
{
    private const int MostDeleted = 6;
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
    public async Task DeletedTokens_DoNotThrow()
    {
        Assert.InRange(Pages.Length, 100, 1000);
        var random = new Random(20_261_123);
        var failures = new ConcurrentBag<string>();
        var count = Scale.Of("FLUENTPROFILES_BROKEN", 2_000);
        var files = Enumerable.Range(0, 1 + (count - 1) / BodiesInOneFile).Select(_ => FileOf(random)).ToList();
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

    private static string FileOf(Random random) =>
        "using System; using System.Linq; using System.Threading.Tasks; using FluentProfiles;\n"
        + string.Concat(Enumerable.Range(0, BodiesInOneFile).Select(index => ClassOf(index, Damaged(random))));

    private static string ClassOf(int index, string body) =>
        $"class C{index} {{ async Task M(ProfilesClient client, ProfileQuery<UserProfile> given, int number, string[] texts, bool flag) {{ {body}\n}} }}\n";

    private static string Damaged(Random random)
    {
        var corpus = random.Next(2) == 0 ? Snippets : Pages;
        var tokens = SyntaxFactory.ParseTokens(corpus[random.Next(corpus.Length)]).ToList();
        for (var deleted = random.Next(1, MostDeleted); deleted > 0 && tokens.Count > 1; deleted--)
            tokens.RemoveAt(random.Next(tokens.Count - 1));
        return string.Concat(tokens.Select(token => token.ToFullString()));
    }

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, CancellationToken cancellationToken) =>
        Source
            .Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Source.ParseOptions))
            .WithAnalyzers(AllRules.Analyzers)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);

    [GeneratedRegex(@"```csharp\s+(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
