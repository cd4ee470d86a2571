using System.Xml.Linq;

namespace FluentProfiles.Tests.Docs.Pages;

/// <summary>The examples in the XML documentation are code that runs. <c>UPDATE_DOCS=1 dotnet test --filter DocPageTests</c>
/// rewrites them.</summary>
public sealed class CodeExampleDocPageTests
{
    public static TheoryData<string> Files => [.. CodeExamples.All.Keys];

    /// <summary>The members that most code uses.</summary>
    public static TheoryData<string> Members =>
        [
            "Profiles.Query",
            "ProfilesClient.#ctor(FluentProfiles.ProfilesClientOptions",
            "IProfilesClient.GetAsync",
            "IProfilesClient.CreateAsync",
            "IProfilesClient.UpdateAsync",
            "IProfilesClient.DeleteAsync",
            "ProfileQuery.FromItems",
            "ProfileQuery`1.Where",
            "ProfileQuery`1.OrderBy``1",
            "ProfileQuery`1.Take",
            "ProfileQuery`1.Select``1",
            "ProfileQuery`1.FirstOrDefaultAsync",
            "ProfileQuery`1.AnyAsync",
            "ProfileQuery`1.CountAsync",
            "ProfileQuery`1.ForEachAsync",
            "ProfileQuery`1.AsPages",
            "ProfileQuery`1.ToPageAsync",
            "ProfileQuery`1.ResumeFrom",
            "ProfileQuery`1.WithBeta",
            "ProfileQuery`1.WithMaxRequests",
            "ProfileQuery`1.Explain",
            "ProfileQueryWrites.ExecuteUpdateAsync",
            "ProfileQueryWrites.ExecuteDeleteAsync",
            "WebhookVerifier.Verify",
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Examples_AreEqualToTheirSamples(string name)
    {
        var file = CodeExamples.All[name];
        var corrected = file.Corrected;
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            file.Save(corrected);
        Assert.Equal(corrected, file.Text);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Examples_AreAlwaysSamples(string name) => Assert.Equal(0, CodeExamples.All[name].UncheckedCode);

    /// <summary>In the documentation as the compiler wrote it for the package.</summary>
    [Theory]
    [MemberData(nameof(Members))]
    public void Member_HasAnExample(string member)
    {
        var documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "FluentProfiles.xml"));
        var overloads = documentation
            .Descendants("member")
            .Where(element =>
                element.Attribute("name")!.Value.StartsWith($"M:FluentProfiles.{member}", StringComparison.Ordinal)
            );

        Assert.Contains(overloads, overload => overload.Element("example")?.Element("code")?.Value.Trim().Length > 0);
    }
}
