using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.OfficialSdk;

namespace FluentProfiles.Benchmarks;

/// <summary>Two fields of each profile, kept in a list.</summary>
public class ProjectionBenchmarks : ReadingBenchmarks
{
    [Benchmark(Baseline = true, Description = "hand-written loop")]
    public async Task<int> HandWrittenAsync() =>
        (
            await HandWrittenLoop.SelectAsync(
                Clients.HandWritten,
                DtoContext.Default.FullPage,
                profile => new { profile.Id, profile.Name }
            )
        ).Count;

    [Benchmark(Description = "the same, its class with the two fields alone")]
    public async Task<int> LeanAsync() =>
        (
            await HandWrittenLoop.SelectAsync(
                Clients.HandWritten,
                DtoContext.Default.IdAndNamePage,
                profile => new { profile.Id, profile.Name }
            )
        ).Count;

    [Benchmark(Description = "Select(p => new { p.Id, p.Name })")]
    public async Task<int> OursAsync() =>
        (await Clients.Ours.Query().Select(p => new { p.Id, p.Name }).ToListAsync()).Count;

    [Benchmark(Description = "official SDK")]
    public async Task<int> SdkAsync() => (await SdkLoop.ReadIdsAndNamesAsync(Clients.Sdk)).Count;
}
