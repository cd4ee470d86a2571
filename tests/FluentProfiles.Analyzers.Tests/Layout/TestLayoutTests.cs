using System.Text.RegularExpressions;
using FluentProfiles.Tests;

namespace FluentProfiles.Analyzers.Tests.Layout;

/// <summary>Holds what CONTRIBUTING says of tests: where they stand and what they are called.</summary>
public sealed partial class TestLayoutTests
{
    private const int MostFiles = 20;

    private const string Library = "FluentProfiles";
    private const string Mirror = "FluentProfiles.Mirror";

    /// <summary>Folders of tests that no folder of the package corresponds to: they concern several.</summary>
    private static readonly Dictionary<string, string[]> Across = new()
    {
        [Library] = ["Docs", "Http/Faults", "Http/OnFlurl", "Properties", "Reliability", "Secrecy"],
        [Mirror] = ["Databases", "Docs", "Properties", "Reliability"],
    };

    /// <summary>Folders that are tested through the one above them.</summary>
    private static readonly Dictionary<string, string[]> ThroughTheOneAbove = new()
    {
        [Library] = ["Evaluation/Kinds", "Evaluation/Nodes", "Evaluation/Translators"],
        [Mirror] =
        [
            "Contexts/Postgres",
            "Contexts/Sqlite",
            "Errors",
            "Storing/Commands",
            "Storing/Erased",
            "Storing/Feeds",
        ],
    };

    [Theory]
    [InlineData(Library)]
    [InlineData(Mirror)]
    public void FoldersOfTests_AreThoseOfThePackage(string package) =>
        Assert.DoesNotContain(
            FoldersOf(TestSources.FilesIn(TestsOf(package)))
                .Where(folder =>
                    !Across[package].Any(across => $"{folder}/".StartsWith($"{across}/", StringComparison.Ordinal))
                ),
            folder => !Directory.Exists(Path.Combine(SourcesOf(package), folder))
        );

    [Theory]
    [InlineData(Library)]
    [InlineData(Mirror)]
    public void EachFolderOfThePackage_HasTests(string package) =>
        Assert.Equal(
            ThroughTheOneAbove[package],
            FoldersOf(TestSources.FilesIn(SourcesOf(package)))
                .Where(folder => folder.Split('/').Length <= 2)
                .Except(
                    FoldersOf(
                        TestSources
                            .FilesIn(TestsOf(package))
                            .Where(file => file.EndsWith("Tests.cs", StringComparison.Ordinal))
                    )
                )
        );

    [Theory]
    [InlineData("tests")]
    [InlineData("analyzers")]
    [InlineData("src")]
    [InlineData("samples")]
    public void AFolder_HasFewFilesOfItsOwn(string root) =>
        Assert.Empty(
            TestSources
                .FilesIn(Path.Combine(Repository.Root, root))
                .CountBy(file => Path.GetDirectoryName(file)!)
                .Where(folder => folder.Value > MostFiles)
                .Select(folder => $"{folder.Key}: {folder.Value}")
        );

    [Fact]
    public void Types_HaveNamesOfTheirOwn() =>
        Assert.Empty(
            TestSources
                .Types()
                .GroupBy(type => type.Name)
                .Where(types => types.Select(type => (type.Namespace, ProjectOf(type.File))).Distinct().Count() > 1)
                .Select(types => $"{types.Key}: {string.Join(", ", types.Select(type => type.File))}")
        );

    [Fact]
    public void ATest_IsNamedForItsSituationAndOutcome()
    {
        var verbs = Verbs();

        Assert.Empty(
            TestSources
                .Tests()
                .Where(test => Name().Match(test.Name) is var name && !verbs.Contains(name.Groups["verb"].Value))
                .Select(test => $"{test.File}: {test.Name}")
        );
    }

    /// <summary>The verbs that CONTRIBUTING lists, with their plurals.</summary>
    private static HashSet<string> Verbs() =>
        [
            "Are",
            "Have",
            .. Listed()
                .Matches(
                    File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md")).Split("<!-- outcomes -->")[1]
                )
                .Select(verb => verb.Groups["verb"].Value)
                .SelectMany(verb =>
                    new[] { verb, Regex.Replace(verb, "s$", ""), Regex.Replace(verb, "(?<=x|o|ch|ss)es$", "") }
                ),
        ];

    private static IEnumerable<string> FoldersOf(IEnumerable<string> files) =>
        files
            .Select(file => Path.GetDirectoryName(file)!.Replace('\\', '/'))
            .SelectMany(folder =>
                folder.Split('/').Select((_, depth) => string.Join('/', folder.Split('/')[..(depth + 1)]))
            )
            .Where(folder => folder != "")
            .Distinct();

    private static string ProjectOf(string file) => file.Split('/')[0];

    private static string SourcesOf(string package) => Path.Combine(Repository.Root, "src", package);

    private static string TestsOf(string package) => Path.Combine(TestSources.Root, $"{package}.Tests");

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*_(?<verb>[A-Z][a-z]*)([A-Z0-9][A-Za-z0-9]*)?$")]
    private static partial Regex Name();

    [GeneratedRegex("`(?<verb>[A-Z][a-z]+)`")]
    private static partial Regex Listed();
}
