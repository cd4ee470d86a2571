using System.Text.RegularExpressions;
using FluentProfiles.Http.Calls;

namespace FluentProfiles.Tests.Docs.Pages;

/// <summary>What the pages on security name exists.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void ThreatModel_NamesTestsThatExist()
    {
        var classes = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet();
        var named = TestClass().Matches(DocPage.All["SECURITY.md"].Text).Select(name => name.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, classes));
    }

    [Fact]
    public void Permissions_NameEveryEndpoint()
    {
        var endpoints = typeof(Endpoint)
            .GetProperties()
            .Where(property => property.PropertyType == typeof(Endpoint))
            .Select(property => (Endpoint)property.GetValue(null)!)
            .Select(endpoint => $"{endpoint.Method} {endpoint.Route}");

        Assert.Equal(
            endpoints.Order(),
            Request()
                .Matches(DocPage.All["docs/permissions.md"].Text)
                .Select(request => request.Groups[1].Value)
                .Distinct()
                .Order()
        );
    }

    [GeneratedRegex(@"`(\w+Tests)`")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"`((?:GET|POST|DELETE) /\S+)`")]
    private static partial Regex Request();
}
