namespace FluentProfiles.Tests.Planning;

/// <summary>Collections are copied when an enumeration starts.</summary>
public sealed class MomentOfCollectionsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CollectionChangedWithinAnEnumeration_HasNoEffectOnIt(bool isList)
    {
        await using var service = await TestService.StartAsync(250);
        ICollection<string> plans = isList ? new List<string> { "pro" } : new HashSet<string> { "pro" };
        List<string> ids = [];

        await foreach (var profile in service.Query().Where(p => plans.Contains(p.Metadata["plan"]!)))
        {
            plans.Add("free");
            ids.Add(profile.Id);
        }

        Assert.Equal(TestProfiles.IdsWhere(250, p => p.Metadata["plan"] == "pro"), ids);
    }

    [Fact]
    public async Task ArrayChangedWithinAnEnumeration_HasNoEffectOnIt()
    {
        await using var service = await TestService.StartAsync(250);
        string?[] plans = ["pro"];
        List<string> ids = [];

        await foreach (var profile in service.Query().Where(p => plans.Contains(p.Metadata["plan"])))
        {
            plans[0] = "free";
            ids.Add(profile.Id);
        }

        Assert.Equal(TestProfiles.IdsWhere(250, p => p.Metadata["plan"] == "pro"), ids);
    }
}
