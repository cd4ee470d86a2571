namespace FluentProfiles.Analyzers.Tests.Layout;

/// <summary>Holds the layout of the library: which folder may use which, and how much stands in one place.</summary>
public sealed class FolderTests
{
    private const int MostFiles = 20;
    private const int MostLines = 300;

    /// <summary>The top folders: each uses only those after it.</summary>
    private static readonly string[] Order =
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
    ];

    private static readonly LibrarySources Sources = LibrarySources.Shared;

    [Fact]
    public void EachFolder_HasAPlaceInTheOrder() =>
        Assert.Equal(Order.Order(), Sources.Files.Select(LibrarySources.TopOf).Distinct().Order());

    [Fact]
    public void AFolder_UsesOnlyThoseBelowIt() =>
        Assert.Empty(
            Sources.Uses().Where(use => PlaceOf(use.From) > PlaceOf(use.To)).Select(use => $"{use.From} -> {use.To}")
        );

    [Fact]
    public void AFolder_HasFewFilesOfItsOwn() =>
        Assert.Empty(
            Sources
                .Files.CountBy(file => Path.GetDirectoryName(file)!)
                .Where(folder => folder.Value > MostFiles)
                .Select(folder => $"{folder.Key}: {folder.Value}")
        );

    [Fact]
    public void AFile_IsShort() =>
        Assert.DoesNotContain(
            Sources.Files,
            file => File.ReadLines(Path.Combine(Sources.Root, file)).Count() > MostLines
        );

    private static int PlaceOf(string file) => Array.IndexOf(Order, LibrarySources.TopOf(file));
}
