namespace FluentProfiles.Analyzers.Tests.Layout;

/// <summary>Holds the layout of the packages: which folder may use which, and how much stands in one place.</summary>
public sealed class FolderTests
{
    private const string Library = "FluentProfiles";
    private const string Mirror = "FluentProfiles.Mirror";
    private const int MostFiles = 20;
    private const int MostLines = 300;

    /// <summary>The top folders of each package: each uses only those after it.</summary>
    private static readonly Dictionary<string, string[]> Orders = new()
    {
        [Library] =
        [
            ".",
            "Webhooks",
            "Writing",
            "Query",
            "Running",
            "Planning",
            "Evaluation",
            "Expressions",
            "Operators",
            "Resume",
            "Sources",
            "Http",
            "Json",
            "Telemetry",
            "Model",
            "Errors",
        ],
        [Mirror] =
        [
            "Hosting",
            "HealthChecks",
            "Refreshing",
            ".",
            "WritingThrough",
            "Inbox",
            "Erasing",
            "References",
            "Readings",
            "Passes",
            "Changes",
            "Querying",
            "Options",
            "Leasing",
            "Storing",
            "Contexts",
            "Telemetry",
            "Model",
            "Errors",
        ],
    };

    [Theory]
    [InlineData(Library)]
    [InlineData(Mirror)]
    public void EachFolder_HasAPlaceInTheOrder(string package) =>
        Assert.Empty(SourcesOf(package).Files.Select(LibrarySources.TopOf).Except(Orders[package]));

    [Theory]
    [InlineData(Library)]
    [InlineData(Mirror)]
    public void AFolder_UsesOnlyThoseBelowIt(string package)
    {
        var uses = SourcesOf(package).Uses().ToArray();

        string[] upward =
        [
            .. uses.Where(use => PlaceOf(use.From, package) > PlaceOf(use.To, package))
                .Select(use => $"{use.From} -> {use.To}"),
        ];

        Assert.NotEmpty(uses);
        Assert.True(upward.Length == 0, string.Join('\n', upward));
    }

    [Theory]
    [InlineData(Library)]
    [InlineData(Mirror)]
    public void AFolder_HasFewFilesOfItsOwn(string package) =>
        Assert.Empty(
            SourcesOf(package)
                .Files.CountBy(file => Path.GetDirectoryName(file)!)
                .Where(folder => folder.Value > MostFiles)
                .Select(folder => $"{folder.Key}: {folder.Value}")
        );

    [Theory]
    [InlineData(Library)]
    [InlineData(Mirror)]
    public void AFile_IsShort(string package) =>
        Assert.DoesNotContain(
            SourcesOf(package).Files.Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal)),
            file => File.ReadLines(Path.Combine(SourcesOf(package).Root, file)).Count() > MostLines
        );

    private static LibrarySources SourcesOf(string package) =>
        package == Library ? LibrarySources.Library : LibrarySources.Mirror;

    private static int PlaceOf(string file, string package) =>
        Array.IndexOf(Orders[package], LibrarySources.TopOf(file));
}
