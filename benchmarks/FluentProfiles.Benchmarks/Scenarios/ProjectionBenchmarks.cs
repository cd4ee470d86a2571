using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.OfficialSdk;

namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>Two fields of each profile, kept in a list.</summary>
public class ProjectionBenchmarks : ReadingBenchmarks
{
    [Benchmark(Baseline = true, Description = Rows.HandWritten)]
    public Task<List<IdAndName>> HandWrittenAsync() =>
        HandWrittenLoop.SelectAsync(
            Clients.HandWritten,
            DtoContext.Default.FullPage,
            profile => new IdAndName(profile.Id, profile.Name)
        );

    [Benchmark(Description = Rows.Lean)]
    public Task<List<IdAndName>> LeanAsync() =>
        HandWrittenLoop.SelectAsync(
            Clients.HandWritten,
            DtoContext.Default.IdAndNamePage,
            profile => new IdAndName(profile.Id, profile.Name)
        );

    [Benchmark(Description = Rows.Ours)]
    public ValueTask<List<IdAndName>> OursAsync() =>
        Clients.Ours.Query().Select(p => new IdAndName(p.Id, p.Name)).ToListAsync();

    [Benchmark(Description = Rows.Sdk)]
    public Task<List<IdAndName>> SdkAsync() => SdkLoop.ReadIdsAndNamesAsync(Clients.Sdk);
}
