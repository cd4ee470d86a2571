using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.HandWritten;
using FluentProfiles.Benchmarks.OfficialSdk;
using SdkProfile = Anthropic.Models.UserProfiles.UserProfile;

namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>The profiles of one plan in one region, about 1.5 % of all, whole.</summary>
public class FilterBenchmarks : ReadingBenchmarks
{
    [Benchmark(Baseline = true, Description = Rows.HandWritten)]
    public Task<List<ProfileDto>> HandWrittenAsync() =>
        HandWrittenLoop.WhereAsync(
            Clients.HandWritten,
            DtoContext.Default.FullPage,
            profile =>
                profile.Metadata.GetValueOrDefault("plan") == "enterprise"
                && profile.Metadata.GetValueOrDefault("region") == "latam"
        );

    [Benchmark(Description = Rows.Ours)]
    public ValueTask<List<UserProfile>> OursAsync() =>
        Clients
            .Ours.Query()
            .Where(p => p.Metadata["plan"] == "enterprise" && p.Metadata["region"] == "latam")
            .ToListAsync();

    [Benchmark(Description = Rows.Sdk)]
    public Task<List<SdkProfile>> SdkAsync() => SdkLoop.ReadEnterpriseLatamAsync(Clients.Sdk);
}
