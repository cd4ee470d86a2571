using System.Text.RegularExpressions;

namespace FluentProfiles.Samples.Tests.Probe;

public sealed class AssumptionsPageTests
{
    [Fact]
    public async Task Page_HasARowForEachAssumption()
    {
        using ProbedService service = new(count: 0);
        var checkedOnes = (await service.ProbeAsync()).Results.Select(result => result.Assumption.Name);

        var page = await File.ReadAllTextAsync(Path.Combine(Root(AppContext.BaseDirectory), "docs", "assumptions.md"));

        var rows = Regex
            .Matches(page, "^\\| `([a-z-]+)` \\|", RegexOptions.Multiline)
            .Select(row => row.Groups[1].Value);
        Assert.Equal(checkedOnes.Order(), rows.Order());
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "FluentProfiles.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
