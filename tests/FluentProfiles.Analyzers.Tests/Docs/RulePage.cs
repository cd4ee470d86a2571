using System.Text.RegularExpressions;
using FluentProfiles.Tests;

namespace FluentProfiles.Analyzers.Tests.Docs;

/// <summary>The page of a rule, with the code that it shows.</summary>
internal sealed partial class RulePage(string text)
{
    public static readonly string Docs = Path.Combine(Repository.Root, "docs");

    private static readonly string Folder = Path.Combine(Docs, "rules");

    public static string Overview => File.ReadAllText(Path.Combine(Folder, "README.md"));

    public string Text => text;

    /// <summary>The code that the rule reports.</summary>
    public string? Bad => CodeUnder("Bad");

    /// <summary>What to write instead; null where that is no C#.</summary>
    public string? Good => CodeUnder("Good");

    public static RulePage Of(string id) => new(File.ReadAllText(Path.Combine(Folder, id + ".md")));

    private string? CodeUnder(string heading) =>
        Block().Matches(text).FirstOrDefault(block => block.Groups["heading"].Value == heading)?.Groups["code"].Value;

    [GeneratedRegex(
        @"^(?<heading>\w+):\s+```csharp\s+(?<code>.*?)```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();
}
