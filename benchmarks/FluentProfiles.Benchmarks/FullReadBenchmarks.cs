using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.OfficialSdk;
using FluentProfiles.Benchmarks.Service;

namespace FluentProfiles.Benchmarks;

/// <summary>10,000 profiles, every field, kept in a list.</summary>
public class FullReadBenchmarks : ReadingBenchmarks
{
    [Params(Link.Memory, Link.Loopback)]
    public Link Over { get; set; }

    private protected override Link Link => Over;

    [Benchmark(Baseline = true, Description = "hand-written loop")]
    public async Task<int> HandWrittenAsync() => (await HandWrittenLoop.ReadAllAsync(Clients.HandWritten)).Count;

    [Benchmark(Description = "Query().ToListAsync()")]
    public async Task<int> OursAsync() => (await Clients.Ours.Query().ToListAsync()).Count;

    [Benchmark(Description = "official SDK")]
    public async Task<int> SdkAsync() => (await SdkLoop.ReadAllAsync(Clients.Sdk)).Count;
}
