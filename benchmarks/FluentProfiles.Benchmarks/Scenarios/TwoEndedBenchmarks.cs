using BenchmarkDotNet.Attributes;

namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>200 pages of 20 ms, and a consumer that takes no time: two cursors, one from each end, read twice as fast.</summary>
public class TwoEndedBenchmarks : WaitingBenchmarks
{
    private protected override int Pages => 200;

    [Benchmark(Baseline = true, Description = Rows.HandWritten)]
    public Task<List<string>> HandWrittenAsync() => ReadByHandAsync(() => Task.CompletedTask);

    [Benchmark(Description = Rows.Sequential)]
    public ValueTask<List<string>> SequentialAsync() => Query.WithPrefetch(0).Select(p => p.Id).ToListAsync();

    [Benchmark(Description = Rows.Ours)]
    public ValueTask<List<string>> OursAsync() => Query.WithTwoEndedScan().Select(p => p.Id).ToListAsync();
}
