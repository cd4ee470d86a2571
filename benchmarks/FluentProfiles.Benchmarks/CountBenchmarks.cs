using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.OfficialSdk;

namespace FluentProfiles.Benchmarks;

/// <summary>Profiles, counted.</summary>
public class CountBenchmarks : ReadingBenchmarks
{
    [Benchmark(Baseline = true, Description = "hand-written loop")]
    public Task<int> HandWrittenAsync() => HandWrittenLoop.CountAsync(Clients.HandWritten, DtoContext.Default.FullPage);

    [Benchmark(Description = "the same, its class without a field")]
    public Task<int> LeanAsync() => HandWrittenLoop.CountAsync(Clients.HandWritten, DtoContext.Default.CountPage);

    [Benchmark(Description = "Query().CountAsync()")]
    public ValueTask<int> OursAsync() => Clients.Ours.Query().CountAsync();

    [Benchmark(Description = "official SDK")]
    public Task<int> SdkAsync() => SdkLoop.CountAsync(Clients.Sdk);
}
