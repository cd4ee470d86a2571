using FluentProfiles.Benchmarks.Reliability;

namespace FluentProfiles.Benchmarks.Tests;

/// <summary>The figures of docs/reliability.md at a size for every day.</summary>
public sealed class ReliabilityTests
{
    [Fact]
    public async Task FaultyScan_GivesEveryProfileOnceAndStaysFlat()
    {
        var run = await FaultyScan.RunAsync(20_000, new HurriedClock(20));

        Assert.Equal(20_000, run.Profiles);
        Assert.InRange(run.Retries, 5, 40);
        Assert.Equal(200 + run.Retries, run.Requests);
        Assert.InRange(run.Late, 0, run.Early + 1_000_000);
    }

    [Fact]
    public async Task ManyQueriesUnderThrottling_AreAllServed()
    {
        var run = await ManyQueries.ThrottledAsync(200);

        Assert.Equal(200, run.Completed);
        Assert.Equal(200 * 5 + run.Refused, run.Requests);
        // Of the first 200 up to 150, then what is under way when the budget of a window is spent.
        Assert.InRange(run.Refused, 0, 600);
    }

    [Fact]
    public async Task ManyQueriesWithALimiter_StayWithinIt()
    {
        var run = await ManyQueries.LimitedAsync(200);

        Assert.Equal(200, run.Completed);
        Assert.InRange(run.Excess, int.MinValue, 0);
        Assert.True(run.MostRetries > 0);
    }
}
