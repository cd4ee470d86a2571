using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Docs.Pages;

/// <summary>The sample that is compiled ahead of time runs what the README shows.</summary>
public sealed partial class AotSampleTests
{
    [Fact]
    public void ReadmeQueries_AreAllInTheSample()
    {
        var sample = string.Concat(
            Directory
                .GetFiles(Path.Combine(Repository.Root, "samples", "Aot"), "*.cs")
                .Select(file => Bare(File.ReadAllText(file)))
        );
        // Two make a client of their own, over which the sample could not see the requests. EF Core, and so the mirror, is not
        // compiled ahead of time.
        var queries = DocPage
            .All["README.md"]
            .SampleNames.Except(["client", "emulator", "mirror-three-lines"])
            .Select(name => DocSamples.Code[name])
            .Where(code => code.Contains(".Query()") || code.Contains("ProfileQuery<UserProfile> profiles"))
            .ToList();

        Assert.True(queries.Count > 10);
        Assert.All(queries, code => Assert.Contains(Bare(AnonymousType().Replace(code, "new Row($1)")), sample));
    }

    private static string Bare(string code) => Space().Replace(code, "");

    [GeneratedRegex(@"new \{ (.*?) \}")]
    private static partial Regex AnonymousType();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
