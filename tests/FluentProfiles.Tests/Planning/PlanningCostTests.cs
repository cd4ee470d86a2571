using System.Diagnostics;
using FluentProfiles.Planning.Evaluation;

namespace FluentProfiles.Tests.Planning;

/// <summary>What planning and conditions allocate: unlike their time, that is the same on any machine.</summary>
[Collection(AloneCollection.Name)]
public sealed class PlanningCostTests
{
    private const long FourKilobytes = 4096;

    private readonly ProfilesClient client = new(new() { ApiKey = TestService.Key });
    private readonly string plan = "pro";
    private readonly string status = "restricted";

    [Fact]
    public void QueryOfTwoConditions_IsBuiltAndPlannedInFourKilobytes() =>
        Assert.InRange(
            Allocated(
                () => client.Query().Where(p => p.EnforcementStatus == status && p.Metadata["plan"] == plan).Explain(),
                enough: FourKilobytes
            ),
            1,
            FourKilobytes
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

    /// <summary>The least of many calls: the first ones fill caches, and run before the code is optimized, which keeps some
    /// objects off the heap. That happens in the background, so the calls go on for two seconds at the most.</summary>
    private static long Allocated<T>(Func<T> call, long enough = 0)
    {
        var least = long.MaxValue;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < 100 || (least > enough && Stopwatch.GetElapsedTime(start).TotalSeconds < 2); i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
