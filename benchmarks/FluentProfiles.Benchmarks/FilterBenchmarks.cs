using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.OfficialSdk;

namespace FluentProfiles.Benchmarks;

/// <summary>The profiles of one plan in one region, about 1.5 % of all, whole.</summary>
public class FilterBenchmarks : ReadingBenchmarks
{
    [Benchmark(Baseline = true, Description = "hand-written loop")]
    public async Task<int> HandWrittenAsync() =>
        (
            await HandWrittenLoop.WhereAsync(
                Clients.HandWritten,
                DtoContext.Default.FullPage,
                profile =>
                    profile.Metadata.GetValueOrDefault("plan") == "enterprise"
                    && profile.Metadata.GetValueOrDefault("region") == "latam"
            )
        ).Count;

    [Benchmark(Description = "Where(p => p.Metadata[\"plan\"] == \"enterprise\" && …)")]
    public async Task<int> OursAsync() =>
        (
            await Clients
                .Ours.Query()
                .Where(p => p.Metadata["plan"] == "enterprise" && p.Metadata["region"] == "latam")
                .ToListAsync()
        ).Count;

    [Benchmark(Description = "official SDK")]
    public async Task<int> SdkAsync() => (await SdkLoop.ReadEnterpriseLatamAsync(Clients.Sdk)).Count;
}
