using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.OfficialSdk;
using FluentProfiles.Benchmarks.Service;
using SdkProfile = Anthropic.Models.UserProfiles.UserProfile;

namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>10,000 profiles, every field, kept in a list.</summary>
public class FullReadBenchmarks : ReadingBenchmarks
{
    [Params(Link.Memory, Link.Loopback)]
    public Link Over { get; set; }

    private protected override Link Link => Over;

    [Benchmark(Baseline = true, Description = Rows.HandWritten)]
    public Task<List<ProfileDto>> HandWrittenAsync() => HandWrittenLoop.ReadAllAsync(Clients.HandWritten);

    [Benchmark(Description = Rows.Ours)]
    public ValueTask<List<UserProfile>> OursAsync() => Clients.Ours.Query().ToListAsync();

    [Benchmark(Description = Rows.Flurl)]
    public Task<List<ProfileDto>> FlurlAsync() => FlurlLoop.ReadAllAsync(Clients.Flurl);

    [Benchmark(Description = Rows.OursOverFlurl)]
    public ValueTask<List<UserProfile>> OursOverFlurlAsync() => Clients.OursOverFlurl.Query().ToListAsync();

    [Benchmark(Description = Rows.Sdk)]
    public Task<List<SdkProfile>> SdkAsync() => SdkLoop.ReadAllAsync(Clients.Sdk);
}
