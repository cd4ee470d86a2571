using FluentProfiles.Benchmarks.Scenarios;
using FluentProfiles.Emulator;

namespace FluentProfiles.Benchmarks.Tests;

/// <summary>The scenarios that wait, without the waiting: whatever is asked for at once, the ids are all there, and in order
/// where order is promised.</summary>
public sealed class WaitingScenarioTests
{
    [Fact]
    public async Task Prefetch_GivesEveryProfileInOrder()
    {
        PrefetchBenchmarks scenario = new() { Latency = TimeSpan.Zero };
        await CheckAsync(scenario, 5_000, scenario.HandWrittenAsync, scenario.SequentialAsync, scenario.OursAsync);
    }

    [Fact]
    public async Task TwoEndedScan_GivesEveryProfileInOrder()
    {
        TwoEndedBenchmarks scenario = new() { Latency = TimeSpan.Zero };
        await CheckAsync(
            scenario,
            20_000,
            scenario.HandWrittenAsync,
            () => scenario.SequentialAsync().AsTask(),
            () => scenario.OursAsync().AsTask()
        );
    }

    [Fact]
    public async Task ParallelConsumer_IsGivenEveryProfileOnce()
    {
        ParallelBenchmarks scenario = new() { Latency = TimeSpan.Zero };
        await CheckAsync(scenario, 5_000, scenario.HandWrittenAsync, scenario.SequentialAsync, InOrderAsync);

        async Task<List<string>> InOrderAsync()
        {
            var given = await scenario.OursAsync();
            var place = (await scenario.HandWrittenAsync())
                .Select((id, at) => (id, at))
                .ToDictionary(p => p.id, p => p.at);
            return [.. given.OrderBy(id => place[id])];
        }
    }

    private static async Task CheckAsync(
        WaitingBenchmarks scenario,
        int profiles,
        params Func<Task<List<string>>>[] readers
    )
    {
        await using var oracle = ProfileEmulator.Create(new() { Count = profiles });
        string[] expected = [.. oracle.Profiles.Select(profile => profile.Id)];
        scenario.SetUp();
        foreach (var read in readers)
            Assert.Equal(expected, await read());
        await scenario.CleanUpAsync();
    }
}
