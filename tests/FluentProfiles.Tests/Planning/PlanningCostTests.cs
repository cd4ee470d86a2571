using FluentProfiles.Tests.Evaluation;

namespace FluentProfiles.Tests.Planning;

/// <summary>What planning and conditions allocate: unlike their time, that is the same on any machine.</summary>
[Collection(AloneCollection.Name)]
public sealed class PlanningCostTests
{
    private readonly ProfilesClient client = new(new() { ApiKey = TestService.Key });
    private readonly string plan = "pro";
    private readonly string status = "restricted";

    // More than half of it is the tree that the compiler has built. Code that is not optimized takes 3.4 KB in all; the framework's
    // cache of parameters, where methods displace each other by hash, adds up to 0.3 in some processes.
    [Fact]
    public void QueryOfTwoConditions_IsBuiltAndPlannedInFourKilobytes() =>
        Assert.InRange(
            Allocations.Of(() =>
                client.Query().Where(p => p.EnforcementStatus == status && p.Metadata["plan"] == plan).Explain()
            ),
            1,
            4096
        );

    [Fact]
    public void AnyOverThousandsOfIds_CostsNoMoreThanTwiceContains()
    {
        var ids = Enumerable.Range(0, 5_000).Select(TestProfiles.IdOf).ToList();
        var contains = client.Query().Where(p => ids.Contains(p.Id));
        var any = client.Query().Where(p => ids.Any(id => id == p.Id));

        Assert.InRange(Allocations.Of(() => any.Explain(), 5), 1, 2 * Allocations.Of(() => contains.Explain(), 5));
    }

    // Texts alone: a debug build boxes what else a node gives.
    [Fact]
    public void KnownCondition_AllocatesNothingPerProfile()
    {
        var condition = NodeCode.Of<UserProfile, bool>(p =>
            p.Metadata["plan"] == "pro" && p.ExternalUserDetails.Country != "DE" && p.Name != null
        )!;
        var profile = TestProfiles.One(2);

        Assert.True(condition(profile));
        Assert.Equal(0, Allocations.Of(() => condition(profile)));
    }
}
