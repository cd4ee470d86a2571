using System.Text.RegularExpressions;

namespace FluentProfiles.Analyzers.Tests.Docs;

/// <summary>docs/expressions.md: the compiler refuses what the page says it does, and what to write instead is clean.</summary>
public sealed partial class ExpressionPageTests
{
    private static readonly IReadOnlyList<Match> Blocks = Block()
        .Matches(File.ReadAllText(Path.Combine(RulePage.Docs, "expressions.md")));

    public static TheoryData<string, string> Refused
    {
        get
        {
            TheoryData<string, string> pairs = [];
            foreach (var block in Blocks.Where(block => block.Groups["ids"].Success))
                pairs.Add(block.Groups["ids"].Value, block.Groups["code"].Value);
            return pairs;
        }
    }

    public static TheoryData<string> Instead =>
        [.. Blocks.Where(block => !block.Groups["ids"].Success).Select(block => block.Groups["code"].Value)];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refused_GivesTheError(string ids, string code)
    {
        var found = await PageCode.RefusedAsync(code);
        var errors = found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Contains(error.Id, ids.Split(" or ")));
    }

    [Theory]
    [MemberData(nameof(Instead))]
    public async Task Instead_IsClean(string code) =>
        Assert.Empty(PageCode.Warnings(await PageCode.DiagnoseAsync(code)));

    // Of two ids the compiler says the one or the other, by its version.
    [GeneratedRegex(
        @"<!-- (error: (?<ids>CS\d+( or CS\d+)*)|instead) -->\s+```csharp\s+(?<code>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();
}
