using System.Collections.Concurrent;
using BenchmarkDotNet.Attributes;

namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>50 pages of 20 ms from both ends, pages on their way ahead of a consumer that takes 20 ms for a hundred profiles
/// and has two workers.</summary>
public class ParallelBenchmarks : WaitingBenchmarks
{
    private protected override int Pages => 50;

    [Benchmark(Baseline = true, Description = Rows.HandWritten)]
    public Task<List<string>> HandWrittenAsync() => ReadByHandAsync(WorkAsync);

    [Benchmark(Description = Rows.Sequential)]
    public Task<List<string>> SequentialAsync() => ReadAsync(Query.WithPrefetch(0), workers: 1);

    [Benchmark(Description = Rows.Ours)]
    public Task<List<string>> OursAsync() => ReadAsync(Query.WithPrefetch(2).WithTwoEndedScan(), workers: 2);

    private async Task<List<string>> ReadAsync(ProfileQuery<UserProfile> query, int workers)
    {
        ConcurrentQueue<string> ids = [];
        var begun = 0;
        await query.ForEachAsync(
            async (profile, _) =>
            {
                ids.Enqueue(profile.Id);
                // A timer is not fine enough for a profile's share of the 20 ms.
                if (Interlocked.Increment(ref begun) % PageSize == 0)
                    await WorkAsync();
            },
            workers
        );
        return [.. ids];
    }
}
