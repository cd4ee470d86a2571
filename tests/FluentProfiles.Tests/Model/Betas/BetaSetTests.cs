using FluentProfiles.Model.Betas;

namespace FluentProfiles.Tests.Model.Betas;

public sealed class BetaSetTests
{
    private const string First = "user-profiles-2026-03-24";
    private const string Second = "user-profiles-2026-08-18";
    private const string Billing = "user-profiles-billing-2026-10-01";

    [Theory]
    [InlineData("", "", null, ApiRevision.Current)]
    [InlineData("a", "", "a", ApiRevision.Current)]
    [InlineData("", "a", "a", ApiRevision.Current)]
    [InlineData("a b", "b c", "a,b,c", ApiRevision.Current)]
    [InlineData(First, "", First, ApiRevision.V2026_03_24)]
    [InlineData("", First, First, ApiRevision.V2026_03_24)]
    [InlineData(First, "a", First + ",a", ApiRevision.V2026_03_24)]
    [InlineData("a " + First, Second, "a," + Second, ApiRevision.V2026_08_18)]
    [InlineData(First, First, First, ApiRevision.V2026_03_24)]
    [InlineData(First, Billing, First + "," + Billing, ApiRevision.V2026_03_24)]
    [InlineData(Billing, Second, Billing + "," + Second, ApiRevision.V2026_08_18)]
    public void Levels_AreJoined(string ofClient, string ofQuery, string? header, ApiRevision revision)
    {
        var joined = Set(ofClient).JoinedBy(Set(ofQuery));

        Assert.Equal(header, joined.Header);
        Assert.Equal(revision, joined.Revision);
        Assert.Null(joined.Conflict);
    }

    [Fact]
    public void TwoShapesOnOneLevel_AreAConflict()
    {
        var set = Set($"{First} a {Second}");

        Assert.Equal($"'{First}' and '{Second}'", set.Conflict);
        Assert.Throws<ProfilesConfigurationException>(set.ThrowIfConflicting);
    }

    [Fact]
    public void OneShapeOnEachLevel_DoesNotConflict()
    {
        var joined = Set(First).JoinedBy(Set(Second));

        joined.ThrowIfConflicting();
        Assert.Equal([(AnthropicBeta)Second], joined.Betas);
    }

    private static BetaSet Set(string names) =>
        BetaSet.Empty.Add(
            names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (AnthropicBeta)name),
            "names"
        );
}
