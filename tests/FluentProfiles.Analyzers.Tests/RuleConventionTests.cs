using System.Reflection;
using System.Text.RegularExpressions;
using FluentProfiles.Analyzers.Tests.Docs;
using FluentProfiles.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests;

public sealed class RuleConventionTests
{
    public static TheoryData<string> Rules => [.. AllRules.Descriptors.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void EveryRule_HasPageHelpLinkAndRow(string id)
    {
        var rule = AllRules.Descriptors.Single(rule => rule.Id == id);
        var severity = rule.DefaultSeverity.ToString().ToLowerInvariant();
        var page = RulePage.Of(id).Text;
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri);
        Assert.Matches($@"^# {id}: {Regex.Escape(rule.Title.ToString())}\s+Severity: {severity}[.;]", page);
        Assert.Contains($"| [{id}]({id}.md) | {severity} |", RulePage.Overview);
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
    public void EveryFixer_HasFixAll()
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
}
