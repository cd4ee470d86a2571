using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Docs;

/// <summary>The README and what its marked blocks should say: <c>&lt;!-- sample: NAME --&gt;</c> stands above the code of a
/// region, <c>&lt;!-- text: NAME --&gt;</c> above what that code's query prints.</summary>
internal static partial class Readme
{
    private static readonly string Root = FindRoot();

    public static string Path { get; } = System.IO.Path.Combine(Root, "README.md");

    /// <summary>The README with every marked block as it should be.</summary>
    public static string Corrected(string readme) =>
        MarkedBlock().Replace(readme, block => $"{block.Groups["head"].Value}{TextOf(block)}\n```");

    public static IReadOnlyDictionary<string, string> Samples()
    {
        var files = Directory.GetFiles(
            System.IO.Path.Combine(Root, "tests/FluentProfiles.Tests/Docs"),
            "ReadmeSamples*.cs"
        );
        return files
            .SelectMany(file => Region().Matches(File.ReadAllText(file)))
            .ToDictionary(region => region.Groups["name"].Value, region => Outdented(region.Groups["code"].Value));
    }

    public static IReadOnlyList<string> SampleNames(string readme) =>
        [
            .. MarkedBlock()
                .Matches(readme)
                .Where(block => block.Groups["kind"].Value == "sample")
                .Select(block => block.Groups["name"].Value),
        ];

    private static string TextOf(Match block)
    {
        var name = block.Groups["name"].Value;
        return block.Groups["kind"].Value == "sample"
            ? Samples().GetValueOrDefault(name, $"// There is no region '{name}'.")
            : ReadmeSamples.Texts[name]().ReplaceLineEndings("\n");
    }

    private static string Outdented(string code)
    {
        var lines = code.TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? "" : line[indent..]));
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "FluentProfiles.sln")))
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new FileNotFoundException("FluentProfiles.sln");
        return folder;
    }

    [GeneratedRegex(
        @"(?<head><!-- (?<kind>sample|text): (?<name>[\w-]+) -->\n```\w+\n).*?\n?```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MarkedBlock();

    [GeneratedRegex(
        @"#region (?<name>[\w-]+)\n(?<code>.*?)\n *#endregion",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Region();
}
