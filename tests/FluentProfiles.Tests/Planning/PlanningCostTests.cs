using FluentProfiles.Planning.Evaluation;

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
            Allocated(() =>
                client.Query().Where(p => p.EnforcementStatus == status && p.Metadata["plan"] == plan).Explain()
            ),
            1,
            4096
        );

    // Texts alone: a debug build boxes what else a node gives.
    [Fact]
    public void KnownCondition_AllocatesNothingPerProfile()
    {
        var condition = Evaluator.ByNodes<UserProfile, bool>(p =>
            p.Metadata["plan"] == "pro" && p.ExternalUserDetails.Country != "DE" && p.Name != null
        )!;
        var profile = TestProfiles.One(2);

        Assert.True(condition(profile));
        Assert.Equal(0, Allocated(() => condition(profile)));
    }

    /// <summary>The least of many calls: the first ones fill caches.</summary>
    private static long Allocated<T>(Func<T> call)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 100; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
