using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Docs.Pages;

/// <summary>The documentation says what the code does. <c>UPDATE_DOCS=1 dotnet test --filter DocPageTests</c> rewrites its
/// marked blocks.</summary>
[Collection(AloneCollection.Name)]
public sealed class DocPageTests
{
    public static TheoryData<string> Pages => [.. DocPage.All.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Blocks_AreEqualToTheirSamples(string name)
    {
        var page = DocPage.All[name];
        var corrected = page.Corrected;
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            page.Save(corrected);
        Assert.Equal(corrected, page.Text);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void CSharp_IsAlwaysASample(string name) => Assert.Empty(DocPage.All[name].UncheckedCode);

    [Theory]
    [MemberData(nameof(Pages))]
    public void LocalLinks_AreResolved(string name) =>
        Assert.All(DocPage.All[name].LocalLinks, link => Assert.True(Path.Exists(link.Path), link.Path));

    [Theory]
    [MemberData(nameof(Pages))]
    public void LinksToHeadings_AreResolved(string name)
    {
        var pages = DocPage.All.Values.ToDictionary(page => page.FullPath);
        Assert.All(
            DocPage.All[name].LocalLinks.Where(link => link.Heading.Length > 0 && pages.ContainsKey(link.Path)),
            link => Assert.Contains(link.Heading, pages[link.Path].Headings)
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void NamedLinks_AreDefined(string name)
    {
        var (used, defined) = DocPage.All[name].LinkNames;
        Assert.Equal(used, defined);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void LinksOfReadmes_AreAbsolute(string name)
    {
        // The packages show theirs far from the repository.
        if (name == "README.md" || name.StartsWith("src/", StringComparison.Ordinal))
            Assert.All(DocPage.All[name].Links, target => Assert.StartsWith("https://", target));
    }

    [Fact]
    public void PackageReadmes_SayHowToInstallAndShowCode() =>
        Assert.All(
            DocPage.All.Values.Where(page => page.Name.StartsWith("src/", StringComparison.Ordinal)),
            page =>
            {
                var package = page.Name.Split('/')[1];
                Assert.StartsWith($"# {package}\n\n", page.Text);
                Assert.Matches($@"\ndotnet (add package|tool install --global) {Regex.Escape(package)}\n", page.Text);
                Assert.Matches(@"\n```csharp\n|\ncurl ", page.Text);
            }
        );

    [Fact]
    public void Samples_AreAllShown() =>
        Assert.Equal(
            DocSamples.Code.Keys.Order(),
            DocPage
                .All.Values.SelectMany(page => page.SampleNames)
                .Concat(CodeExamples.All.Values.SelectMany(file => file.SampleNames))
                .Distinct()
                .Order()
        );

    [Fact]
    public void Index_NamesEveryPage()
    {
        var index = DocPage.All["docs/README.md"];
        var pages = DocPage.All.Values.Where(page => page != index && page.Name.StartsWith("docs/"));

        var linked = index.LocalLinks.Select(link => link.Path).ToHashSet();
        Assert.All(pages, page => Assert.Contains(page.FullPath, linked));
    }
}
