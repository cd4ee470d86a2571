using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.Service;

namespace FluentProfiles.Benchmarks.Tests;

/// <summary>The promise of the README, kept without a benchmark's time: what is allocated does not depend on the
/// machine.</summary>
public sealed class FullReadAllocationTests
{
    private const int Profiles = 2_000;

    [Fact]
    public async Task FullRead_AllocatesNoMoreThanTheHandWrittenLoop()
    {
        using var pages = await RecordedPages.OfAsync(Profiles);
        using var handWritten = HandWrittenLoop.ClientOf(pages, RecordedPages.BaseUrl);
        using HttpClient http = new(pages, disposeHandler: false);
        using ProfilesClient ours = new(new() { BaseUrl = RecordedPages.BaseUrl, ApiKey = "any-key" }, http);

        var byHand = await LeastAllocatedAsync(async () => (await HandWrittenLoop.ReadAllAsync(handWritten)).Count);
        var byQuery = await LeastAllocatedAsync(async () => (await ours.Query().ToListAsync()).Count);

        Assert.True(byQuery <= byHand, $"The query allocated {byQuery:N0} bytes, the hand-written loop {byHand:N0}.");
    }

    /// <summary>The least of several runs: what the process allocates beside it only ever adds. (The thread's own count won't
    /// do: a run may change threads.)</summary>
    private static async Task<long> LeastAllocatedAsync(Func<Task<int>> read)
    {
        var least = long.MaxValue;
        for (var run = 0; run < 8; run++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            Assert.Equal(Profiles, await read());
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }
        return least;
    }
}
