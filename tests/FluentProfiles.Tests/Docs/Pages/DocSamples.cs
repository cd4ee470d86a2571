using System.Text.RegularExpressions;
using FluentProfiles.Tests.Docs.Costs;
using FluentProfiles.Tests.Docs.Readme;

namespace FluentProfiles.Tests.Docs.Pages;

/// <summary>What the documentation shows: regions of code that compiles and is run by a test.</summary>
internal static partial class DocSamples
{
    /// <summary>The code of every region, by its name, from the files <c>…Samples….cs</c> in the tests' folders <c>Docs</c> and
    /// from the sample programs.</summary>
    public static IReadOnlyDictionary<string, string> Code { get; } =
        Sources()
            .SelectMany(file => Region().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
            .ToDictionary(region => region.Groups["name"].Value, region => Outdented(region.Groups["code"].Value));

    /// <summary>What is printed below a query, by the region's name.</summary>
    public static IReadOnlyDictionary<string, Func<string>> Texts { get; } =
        new Dictionary<string, Func<string>>(ReadmeSamples.Texts.Concat(GuideSamples.Texts));

    /// <summary>Tables of requests and of the model, by their names.</summary>
    public static IReadOnlyDictionary<string, Func<string>> Tables { get; } =
        new Dictionary<string, Func<string>>(ModelTables.All)
        {
            ["which-call"] = () => WhichCall.Table.Value,
            ["day-costs"] = () => DayCosts.Table.Value,
        };

    private static IEnumerable<string> Sources() =>
        Files("tests")
            .Where(file => FoldersOf(file).Contains("Docs") && Path.GetFileName(file).Contains("Samples"))
            .Concat(Files("samples"));

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !FoldersOf(file).Contains("obj"));

    private static string[] FoldersOf(string file) => Path.GetRelativePath(Repository.Root, file).Split('/', '\\');

    private static string Outdented(string code)
    {
        var lines = code.TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? "" : line[indent..]));
    }

    [GeneratedRegex(
        @"#region (?<name>[\w-]+)\n(?<code>.*?)\n *#endregion",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Region();
}
