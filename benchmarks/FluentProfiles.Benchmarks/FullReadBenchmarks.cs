using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.OfficialSdk;
using FluentProfiles.Benchmarks.Service;

namespace FluentProfiles.Benchmarks;

/// <summary>10,000 profiles, every field, kept in a list.</summary>
[MemoryDiagnoser, MinColumn]
public class FullReadBenchmarks
{
    private ClientsUnderTest clients = null!;

    [Params(Link.Memory, Link.Loopback)]
    public Link Link { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync() => clients = await ClientsUnderTest.OverAsync(Link);

    [GlobalCleanup]
    public void CleanUp() => clients.Dispose();

    [Benchmark(Baseline = true, Description = "hand-written loop")]
    public async Task<int> HandWrittenAsync() => (await HandWrittenLoop.ReadAllAsync(clients.HandWritten)).Count;

    [Benchmark(Description = "Query().ToListAsync()")]
    public async Task<int> OursAsync() => (await clients.Ours.Query().ToListAsync()).Count;

    [Benchmark(Description = "official SDK")]
    public async Task<int> SdkAsync() => (await SdkLoop.ReadAllAsync(clients.Sdk)).Count;
}
