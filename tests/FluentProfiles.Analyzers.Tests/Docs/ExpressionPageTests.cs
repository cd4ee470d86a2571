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
            foreach (var block in Blocks.Where(block => block.Groups["id"].Success))
                pairs.Add(block.Groups["id"].Value, block.Groups["code"].Value);
            return pairs;
        }
    }

    public static TheoryData<string> Instead =>
        [.. Blocks.Where(block => !block.Groups["id"].Success).Select(block => block.Groups["code"].Value)];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Refused_GivesTheError(string id, string code)
    {
        var found = await PageCode.RefusedAsync(code);
        Assert.Contains(id, found.Select(diagnostic => diagnostic.Id));
        Assert.All(
            found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            diagnostic => Assert.Equal(id, diagnostic.Id)
        );
    }

    [Theory]
    [MemberData(nameof(Instead))]
    public async Task Instead_IsClean(string code) =>
        Assert.Empty(PageCode.Warnings(await PageCode.DiagnoseAsync(code)));

    [GeneratedRegex(
        @"<!-- (error: (?<id>CS\d+)|instead) -->\s+```csharp\s+(?<code>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();
}
