using System.Reflection;
using FluentProfiles.CodeFixes;
using FluentProfiles.Emulator;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.Analyzers.Tests.Practice;

/// <summary>What FP0501's fix moves into the query gives the same result there.</summary>
public sealed class FetchedThenReducedMeaningTests
{
    private const string Skeleton = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using FluentProfiles;

        public static class Sample
        {
            public static async Task<object?> RunAsync(ProfilesClient client, string text, string[] ids, CancellationToken ct)
            {
                STATEMENTS
            }
        }
        """;

    private static readonly string[] Conditions =
    [
        "p => p.EnforcementStatus == EnforcementStatus.Unrestricted",
        "p => p.EnforcementStatus == \"banned\" || p.EnforcementStatus == EnforcementStatus.Pending",
        "p => p.EnforcementStatus != EnforcementStatus.Unrestricted",
        "p => ids.Contains(p.Id)",
        "p => !(p.Name == text)",
        "p => p.Metadata[\"plan\"] == \"pro\" && p.Name != null",
        "p => p.Metadata.ContainsKey(\"plan\") && p.CreatedAt.Year > 2000",
        "p => p.ExternalUserDetails.Country == \"de\" || p.Id.EndsWith(\"a\")",
    ];

    private static readonly string[] Forms =
    [
        "return (await client.Query().ToListAsync(ct)).Where(CONDITION).ToList();",
        "return (await client.Query().ToListAsync(ct).ConfigureAwait(false)).Count(CONDITION);",
        "var all = await client.Query().ToListAsync(ct); return all.Where(CONDITION).OrderBy(p => p.CreatedAt).Skip(2).Take(5).ToList();",
        "var all = await client.Query().OrderBy(p => p.CreatedAt).ToArrayAsync(ct); return all.Where(CONDITION).Select(p => p.Id).ToArray();",
        "List<UserProfile> all = await client.Query().ToListAsync(); return all.FirstOrDefault(CONDITION);",
        "List<UserProfile> all = await client.Query().ToListAsync(); return all.Last(CONDITION);",
        "var all = await client.Query().ToListAsync(); return all.Single(CONDITION);",
        "return (await client.Query().Where(p => p.Name != null).ToListAsync()).All(CONDITION);",
        "return (await client.Query().ToListAsync()).Take(30).Any(CONDITION);",
    ];

    public static TheoryData<string> Sources => [.. Forms];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Fixed_GivesTheSame(string form)
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 130, Seed = 7 });
        using var client = new ProfilesClient(
            new()
            {
                ApiKey = "any-key",
                BaseUrl = emulator.BaseUrl,
                TimeProvider = TimeProvider.System,
            }
        );
        var ids = await client.Query().Take(40).Select(p => p.Id).ToArrayAsync();
        foreach (var condition in Conditions)
        {
            var before = Skeleton.Replace("STATEMENTS", form.Replace("CONDITION", condition));
            var after = await Fixed.ByAsync<FetchedThenReducedAnalyzer, FetchedThenReducedFixer>(before);

            Assert.NotEqual(before, after);
            Assert.Equal(await ResultOfAsync(before, client, ids), await ResultOfAsync(after, client, ids));
        }
    }

    private static async Task<string> ResultOfAsync(string code, ProfilesClient client, string[] ids)
    {
        var compilation = Source.Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, Source.ParseOptions));
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error));
        var run = Assembly.Load(image.ToArray()).GetType("Sample")!.GetMethod("RunAsync")!;
        try
        {
            var result = await (Task<object?>)run.Invoke(null, [client, "Ada", ids, CancellationToken.None])!;
            return result is System.Collections.IEnumerable items
                ? string.Join(", ", items.Cast<object>())
                : $"{result}";
        }
        catch (InvalidOperationException exception)
        {
            return exception.GetType().Name;
        }
    }
}
