using System.Reflection;

namespace FluentProfiles.Tests.Model.Betas;

public sealed class KnownBetaTests
{
    private static readonly (PropertyInfo Member, KnownBetaAttribute Known)[] All =
    [
        .. typeof(AnthropicBeta)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(member => (member, member.GetCustomAttribute<KnownBetaAttribute>()!)),
    ];

    public static TheoryData<string> Members => [.. All.Select(each => each.Member.Name)];

    [Fact]
    public void Betas_AreAllThere()
    {
        Assert.Equal(60, All.Length);
        Assert.Equal(60, All.Select(each => each.Known.Name).Distinct().Count());
        Assert.Equal(4, All.Count(each => each.Known.Name.StartsWith("user-profiles-", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Member_HasTheTextOfItsAttribute(string member)
    {
        var (property, known) = All.Single(each => each.Member.Name == member);
        var beta = (AnthropicBeta)property.GetValue(null)!;

        Assert.Equal(known.Name, beta.ToString());
        Assert.True(beta.IsKnown);
        var spelled = string.Concat(known.Name.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
        Assert.Equal(spelled, member.Replace("_", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Shapes_AreThoseOfThreeBetas() =>
        Assert.Equal(
            [
                ("user-profiles-2026-03-24", ApiRevision.V2026_03_24, "user-profiles-2026-08-18"),
                ("user-profiles-2026-08-18", ApiRevision.V2026_08_18, "user-profiles-2026-09-04"),
                ("user-profiles-2026-09-04", ApiRevision.V2026_09_04, (string?)""),
            ],
            All.Where(each => each.Known.Shape != default)
                .Select(each => (each.Known.Name, each.Known.Shape, each.Known.SupersededBy))
                .Order()
        );

    [Fact]
    public void ThoseThatConcernProfiles_AreNamedUserProfiles() =>
        Assert.All(
            All,
            each =>
                Assert.Equal(
                    each.Known.Name.StartsWith("user-profiles-", StringComparison.Ordinal),
                    each.Known.ConcernsProfiles
                )
        );

    [Fact]
    public void OneBeta_IsThatOfTheDataControls() =>
        Assert.Equal(
            ["google-managed-data-controls-2026-09-01"],
            All.Where(each => each.Known.ConcernsDataControls).Select(each => each.Known.Name)
        );

    [Fact]
    public void SupersedingBetas_AreKnown() =>
        Assert.All(
            All.Where(each => each.Known.SupersededBy is { Length: > 0 }),
            each => Assert.True(((AnthropicBeta)each.Known.SupersededBy).IsKnown)
        );

    [Fact]
    public void UnknownText_IsKeptAndComparesOrdinally()
    {
        AnthropicBeta beta = "something-2030-01-01";

        Assert.False(beta.IsKnown);
        Assert.Equal("something-2030-01-01", beta.ToString());
        Assert.True(beta == "something-2030-01-01");
        Assert.True(beta != "Something-2030-01-01");
        Assert.Equal(beta.GetHashCode(), ((AnthropicBeta)"something-2030-01-01").GetHashCode());
        Assert.True(default(AnthropicBeta) == "" && default(AnthropicBeta) == null);
        Assert.False(default(AnthropicBeta).IsKnown);
    }
}
