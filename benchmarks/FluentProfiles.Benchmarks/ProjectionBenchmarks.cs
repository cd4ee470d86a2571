using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.OfficialSdk;
using FluentProfiles.Benchmarks.Service;

namespace FluentProfiles.Benchmarks;

/// <summary>Two fields of 10,000 profiles, kept in a list.</summary>
[MemoryDiagnoser, MinColumn]
public class ProjectionBenchmarks
{
    private ClientsUnderTest clients = null!;

    [GlobalSetup]
    public async Task SetUpAsync() => clients = await ClientsUnderTest.OverAsync(Link.Memory);

    [GlobalCleanup]
    public void CleanUp() => clients.Dispose();

    [Benchmark(Baseline = true, Description = "hand-written loop")]
    public async Task<int> HandWrittenAsync() =>
        (await HandWrittenLoop.ReadIdsAndNamesAsync(clients.HandWritten)).Count;

    [Benchmark(Description = "Select(p => new { p.Id, p.Name })")]
    public async Task<int> OursAsync() =>
        (await clients.Ours.Query().Select(p => new { p.Id, p.Name }).ToListAsync()).Count;

    [Benchmark(Description = "official SDK")]
    public async Task<int> SdkAsync() => (await SdkLoop.ReadIdsAndNamesAsync(clients.Sdk)).Count;
}
