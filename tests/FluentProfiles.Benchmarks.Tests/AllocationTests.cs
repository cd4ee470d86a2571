using FluentProfiles.Benchmarks.Processes;
using FluentProfiles.Benchmarks.Scenarios;
using FluentProfiles.Benchmarks.Service;

namespace FluentProfiles.Benchmarks.Tests;

/// <summary>What the README promises of memory, kept without a benchmark's time: what is allocated does not depend on the
/// machine. A debug build allocates more, most of all for each request, so the bounds are wider than the promises.</summary>
public sealed class AllocationTests
{
    [Fact]
    public async Task FullRead_AllocatesTwoThirdsOfTheHandWrittenLoop()
    {
        using Prepared<FullReadBenchmarks> full = new(new() { Over = Link.Memory });

        await CheckAsync(0.66, full.Scenario.HandWrittenAsync, () => full.Scenario.OursAsync().AsTask());
    }

    [Fact]
    public async Task Projection_AllocatesASixth()
    {
        using Prepared<ProjectionBenchmarks> projection = new(new());

        await CheckAsync(0.17, projection.Scenario.HandWrittenAsync, () => projection.Scenario.OursAsync().AsTask());
    }

    [Fact]
    public async Task Filter_AllocatesATwentieth()
    {
        using Prepared<FilterBenchmarks> filter = new(new());

        await CheckAsync(0.06, filter.Scenario.HandWrittenAsync, () => filter.Scenario.OursAsync().AsTask());
    }

    [Fact]
    public async Task Count_AllocatesATwentieth()
    {
        using Prepared<CountBenchmarks> count = new(new());

        await CheckAsync(0.05, count.Scenario.HandWrittenAsync, () => count.Scenario.OursAsync().AsTask());
    }

    [Fact]
    public async Task MillionProfiles_AreStreamedWithoutStaying()
    {
        var (early, late) = await LiveHeap.MeasureAsync();

        Assert.True(late <= 1.1 * early, $"{early:N0} bytes were alive after page 100, {late:N0} after page 10,000.");
    }

    private static async Task CheckAsync<TByHand, TOurs>(
        double ratio,
        Func<Task<TByHand>> handWritten,
        Func<Task<TOurs>> ours
    )
    {
        var byHand = await LeastAllocatedAsync(handWritten);
        var byQuery = await LeastAllocatedAsync(ours);

        Assert.True(
            byQuery <= ratio * byHand,
            $"The query allocated {byQuery:N0} bytes, the loop {byHand:N0}: {(double)byQuery / byHand:F3}."
        );
    }

    /// <summary>The least of several runs: what the process allocates beside it only ever adds. (The thread's own count won't
    /// do: a run may change threads.)</summary>
    private static async Task<long> LeastAllocatedAsync<T>(Func<Task<T>> read)
    {
        var least = long.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            _ = await read();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }
        return least;
    }

    private sealed class Prepared<TScenario> : IDisposable
        where TScenario : ReadingBenchmarks
    {
        public Prepared(TScenario scenario)
        {
            Scenario = scenario;
            scenario.SetUpAsync().GetAwaiter().GetResult();
        }

        public TScenario Scenario { get; }

        public void Dispose() => Scenario.CleanUp();
    }
}
