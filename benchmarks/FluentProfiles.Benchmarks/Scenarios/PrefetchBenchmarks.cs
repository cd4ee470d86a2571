using BenchmarkDotNet.Attributes;

namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>50 pages of 20 ms, and a consumer that takes 20 ms for a hundred profiles: while it works, the next page is on
/// its way.</summary>
public class PrefetchBenchmarks : WaitingBenchmarks
{
    private protected override int Pages => 50;

    [Benchmark(Baseline = true, Description = Rows.HandWritten)]
    public Task<List<string>> HandWrittenAsync() => ReadByHandAsync(WorkAsync);

    [Benchmark(Description = Rows.Sequential)]
    public Task<List<string>> SequentialAsync() => ReadAsync(Query.WithPrefetch(0));

    [Benchmark(Description = Rows.Ours)]
    public Task<List<string>> OursAsync() => ReadAsync(Query.WithPrefetch(1));

    private async Task<List<string>> ReadAsync(ProfileQuery<UserProfile> query)
    {
        List<string> ids = [];
        await foreach (var profile in query)
        {
            ids.Add(profile.Id);
            if (ids.Count % PageSize == 0)
                await WorkAsync();
        }
        return ids;
    }
}
