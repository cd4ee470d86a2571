using System.Linq.Expressions;
using FluentProfiles.Model.Schema;
using FluentProfiles.Tests.Sources;

namespace FluentProfiles.Tests.Planning;

/// <summary>What a source learns of the steps that stay on the client: the members and the keys of metadata that they name.</summary>
public sealed class MemberNamesTests
{
    private static readonly Dictionary<string, (Expression<Func<UserProfile, bool>> Condition, string Named)> Rows =
        new()
        {
            ["member"] = (p => p.Name!.Length > 3, "name"),
            ["members"] = (
                p => p.Name!.Length > p.Id.Length || p.AccessType.ToString().Length == 0,
                "id name access_type"
            ),
            ["member of a part"] = (p => p.ExternalUserDetails.Country!.Length == 2, "external_user_details.country"),
            ["key"] = (p => p.Metadata["plan"]!.Length > 3, "metadata [plan]"),
            ["key of a call"] = (p => p.Metadata.ContainsKey("plan") == (p.Id.Length > 3), "id metadata [plan]"),
            ["key of a static call"] = (p => ValueOf(p.Metadata, "plan", "none").Length > 3, "metadata [plan]"),
            ["keys"] = (p => p.Metadata["plan"]!.Length > p.Metadata["seats"]!.Length, "metadata [plan] [seats]"),
            ["text that is no key"] = (p => p.Name!.IndexOf("plan", StringComparison.Ordinal) > 3, "name"),
            ["text of a static call"] = (p => string.Concat(p.Name, "plan").Length > 3, "name"),
            ["whole profile"] = (p => Holds(p), ""),
        };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task StepOfTheClient_NamesItsMembersToTheSource(string name)
    {
        var (condition, expected) = Rows[name];
        using CapableSource source = new(TestProfiles.Many(9));

        await source.Query().Where(condition).ToListAsync();

        Assert.Equal(expected, Named(source));
    }

    [Fact]
    public async Task EveryStep_NamesItsMembers()
    {
        using CapableSource source = new(TestProfiles.Many(9));

        await source
            .Query()
            .Where(p => p.Name!.Length > 3)
            .Take(5)
            .Where(p => p.Metadata["plan"]!.Length == 3)
            .Select(p => p.UpdatedAt)
            .ToListAsync();

        Assert.Equal("updated_at metadata name [plan]", Named(source));
    }

    private static string Named(CapableSource source)
    {
        var named = Assert.Single(source.Requests).Named();
        return string.Join(' ', [.. FieldNames.Of(named.Fields), .. named.Keys.Select(key => $"[{key}]")]);
    }

    private static bool Holds(UserProfile profile) => profile.Id.Length > 3;

    private static string ValueOf(ProfileMap<string> map, string key, string otherwise) => map[key] ?? otherwise;
}
