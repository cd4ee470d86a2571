using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Docs.Pages;

/// <summary>A page of the documentation: <c>&lt;!-- sample: NAME --&gt;</c> stands above the code of a region,
/// <c>&lt;!-- text: NAME --&gt;</c> above what that code's query prints, <c>&lt;!-- table: NAME --&gt;</c> above a table that is
/// measured or read from the model.</summary>
internal sealed partial class DocPage
{
    private DocPage(string path)
    {
        FullPath = path;
        Name = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
        Text = File.ReadAllText(path).ReplaceLineEndings("\n");
    }

    /// <summary>Every page that people read, by its path from the root, the packages' READMEs included. The rules' pages are checked
    /// beside the rules.</summary>
    public static IReadOnlyDictionary<string, DocPage> All { get; } =
        Directory
            .GetFiles(Repository.Root, "*.md")
            .Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md"))
            .Concat(Repository.PackageReadmes)
            .Select(file => new DocPage(file))
            .ToDictionary(page => page.Name);

    public string FullPath { get; }

    public string Name { get; }

    public string Text { get; }

    /// <summary>The page with every marked block as it should be.</summary>
    public string Corrected =>
        MarkedBlock()
            .Replace(Text, block => $"{block.Groups["head"].Value}{ContentOf(block)}\n{block.Groups["end"].Value}");

    public IEnumerable<string> SampleNames =>
        MarkedBlock()
            .Matches(Text)
            .Where(block => block.Groups["kind"].Value == "sample")
            .Select(block => block.Groups["name"].Value);

    /// <summary>The numbers of the lines at which C# begins that no test compiles.</summary>
    public IEnumerable<int> UncheckedCode =>
        CSharp().Matches(Text).Where(block => !block.Groups["mark"].Success).Select(block => LineOf(block.Index));

    /// <summary>The targets of links as they are written.</summary>
    public IEnumerable<string> Links =>
        Link().Matches(Text).Concat(Definition().Matches(Text)).Select(link => link.Groups["target"].Value);

    /// <summary>The names of links whose targets stand elsewhere on the page, and of those targets.</summary>
    public (IEnumerable<string> Used, IEnumerable<string> Defined) LinkNames =>
        (NamesOf(NamedLink()).Distinct(), NamesOf(Definition()));

    /// <summary>The links into this repository, absolute ones included: the full path of each, and the heading behind
    /// <c>#</c>, "" for none.</summary>
    public IEnumerable<(string Path, string Heading)> LocalLinks =>
        Links
            .Select(target => target.Split('#'))
            .Where(parts => !parts[0].Contains(':') || parts[0].StartsWith(Repository.Url, StringComparison.Ordinal))
            .Select(parts => (PathOf(parts[0]), parts.ElementAtOrDefault(1) ?? ""));

    /// <summary>The names by which links reach the page's headings.</summary>
    public IEnumerable<string> Headings =>
        Heading()
            .Matches(CodeBlock().Replace(Text, ""))
            .Select(heading => heading.Groups["text"].Value.ToLowerInvariant())
            .Select(text => NotInHeadingName().Replace(text, "").Replace(' ', '-'));

    public void Save(string text) => File.WriteAllText(FullPath, text);

    public override string ToString() => Name;

    private static string ContentOf(Match block)
    {
        var name = block.Groups["name"].Value;
        var known = block.Groups["kind"].Value switch
        {
            "sample" => DocSamples.Code.GetValueOrDefault(name),
            "text" => DocSamples.Texts.GetValueOrDefault(name)?.Invoke().ReplaceLineEndings("\n"),
            _ => DocSamples.Tables.GetValueOrDefault(name)?.Invoke(),
        };
        return known ?? $"// There is no '{name}' in the samples.";
    }

    private IEnumerable<string> NamesOf(Regex pattern) =>
        pattern.Matches(Text).Select(link => link.Groups["name"].Value).Order();

    private string PathOf(string target) =>
        target.Length == 0 ? FullPath
        : target.StartsWith(Repository.Url, StringComparison.Ordinal)
            ? Path.GetFullPath(Path.Combine(Repository.Root, target[Repository.Url.Length..]))
        : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(FullPath)!, target));

    private int LineOf(int index) => Text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(
        @"(?<head><!-- (?<kind>sample|text|table): (?<name>[\w-]+) -->\n(```\w+\n)?).*?\n?(?<end>```|<!-- end -->)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MarkedBlock();

    // "error" and "instead" stand on the page about what C# refuses, which is compiled beside the rules, as whole programs are.
    [GeneratedRegex(
        @"(?<mark><!-- (sample: [\w-]+|error: CS\d+( or CS\d+)*|instead|program) -->\n)?^```(csharp|cs|c#)\b",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex CSharp();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\[(?<name>[\w-]+)\]", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedLink();

    [GeneratedRegex(@"^\[(?<name>[\w-]+)\]: (?<target>\S+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInHeadingName();

    [GeneratedRegex(@"^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
