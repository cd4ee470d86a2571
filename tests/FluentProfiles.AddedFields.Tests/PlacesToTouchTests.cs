using FluentProfiles.Tests;

namespace FluentProfiles.AddedFields.Tests;

/// <summary>The page for contributors names as many files for a field, a sort key and a filter as these tests have added.</summary>
public sealed class PlacesToTouchTests
{
    private static readonly string Project = Path.Combine(Repository.Root, "tests", "FluentProfiles.AddedFields.Tests");

    [Theory]
    [InlineData("a field of the service")]
    [InlineData("a sort key")]
    [InlineData("a filter")]
    public void PageForContributors_NamesTheOneFile(string what)
    {
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "how-it-works.md"));
        var row = Assert.Single(page, line => line.StartsWith($"| {what} |", StringComparison.Ordinal));

        Assert.Contains("| 1 |", row, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(Project, "Model"), "*.cs"));
    }
}
