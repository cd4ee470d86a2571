using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.OfficialSdk;
using FluentProfiles.Benchmarks.Service;

namespace FluentProfiles.Benchmarks;

/// <summary>10,000 profiles, counted.</summary>
[MemoryDiagnoser, MinColumn]
public class CountBenchmarks
{
    private ClientsUnderTest clients = null!;

    [GlobalSetup]
    public async Task SetUpAsync() => clients = await ClientsUnderTest.OverAsync(Link.Memory);

    [GlobalCleanup]
    public void CleanUp() => clients.Dispose();

    [Benchmark(Baseline = true, Description = "hand-written loop")]
    public Task<int> HandWrittenAsync() => HandWrittenLoop.CountAsync(clients.HandWritten);

    [Benchmark(Description = "Query().CountAsync()")]
    public ValueTask<int> OursAsync() => clients.Ours.Query().CountAsync();

    [Benchmark(Description = "official SDK")]
    public Task<int> SdkAsync() => SdkLoop.CountAsync(clients.Sdk);
}
