using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.OfficialSdk;

namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>Profiles, counted.</summary>
public class CountBenchmarks : ReadingBenchmarks
{
    [Benchmark(Baseline = true, Description = Rows.HandWritten)]
    public Task<int> HandWrittenAsync() => HandWrittenLoop.CountAsync(Clients.HandWritten, DtoContext.Default.FullPage);

    [Benchmark(Description = Rows.Lean)]
    public Task<int> LeanAsync() => HandWrittenLoop.CountAsync(Clients.HandWritten, DtoContext.Default.CountPage);

    [Benchmark(Description = Rows.Ours)]
    public ValueTask<int> OursAsync() => Clients.Ours.Query().CountAsync();

    [Benchmark(Description = Rows.Sdk)]
    public Task<int> SdkAsync() => SdkLoop.CountAsync(Clients.Sdk);
}
