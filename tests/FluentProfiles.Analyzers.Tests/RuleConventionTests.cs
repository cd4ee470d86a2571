using System.Reflection;
using FluentProfiles.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests;

public sealed class RuleConventionTests
{
    private static string Docs => Path.Combine(Root(new DirectoryInfo(AppContext.BaseDirectory)), "docs", "rules");

    public static TheoryData<string> Rules => [.. AllRules.Descriptors.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void EveryRule_HasPageHelpLinkAndRow(string id)
    {
        var rule = AllRules.Descriptors.Single(rule => rule.Id == id);
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.StartsWith($"# {id}: {rule.Title}", File.ReadAllText(Path.Combine(Docs, id + ".md")));
        Assert.Contains(
            $"| [{id}]({id}.md) | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |",
            File.ReadAllText(Path.Combine(Docs, "README.md"))
        );
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void EveryRule_HasOneAnalyzerAndItsTests(string id)
    {
        var analyzer = Assert.Single(
            AllRules.Analyzers,
            rule => rule.SupportedDiagnostics.Any(found => found.Id == id)
        );
        Assert.Contains(
            typeof(RuleConventionTests).Assembly.GetTypes(),
            type => type.Name == analyzer.GetType().Name + "Tests"
        );
    }

    [Fact]
    public void EveryFixer_SupportsFixAll()
    {
        var fixers = typeof(TextFixer)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)));
        Assert.All(
            fixers,
            type =>
            {
                var scopes = ((CodeFixProvider)Activator.CreateInstance(type)!)
                    .GetFixAllProvider()!
                    .GetSupportedFixAllScopes();
                Assert.Contains(FixAllScope.Document, scopes);
                Assert.Contains(FixAllScope.Project, scopes);
                Assert.Contains(FixAllScope.Solution, scopes);
            }
        );
    }

    [Fact]
    public void EveryAnalyzer_IsSealedAndExported() =>
        Assert.All(
            AllRules.Analyzers,
            analyzer =>
            {
                Assert.True(analyzer.GetType().IsSealed);
                Assert.NotNull(analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>());
            }
        );

    // Not the compiler's path of this file: a deterministic build has another name for it.
    private static string Root(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "FluentProfiles.sln")) ? folder.FullName : Root(folder.Parent!);
}
