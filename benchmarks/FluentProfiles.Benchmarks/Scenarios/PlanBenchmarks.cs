using BenchmarkDotNet.Attributes;
using FluentProfiles.Benchmarks.Service;

namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>What comes before the first request: building a query with two conditions, and planning it.</summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private readonly ProfilesClient client = new(new() { BaseUrl = RecordedPages.BaseUrl, ApiKey = "any-key" });
    private readonly string plan = "pro";
    private readonly string status = "restricted";

    [GlobalCleanup]
    public void CleanUp() => client.Dispose();

    /// <summary>The address and the condition, as somebody writes them who has no query.</summary>
    [Benchmark(Baseline = true, Description = "hand-written address and predicate")]
    public (string Address, Func<UserProfile, bool> Matches) HandWritten() =>
        (
            $"/v1/user_profiles?limit=100&enforcement_status%5B%5D={Uri.EscapeDataString(status)}",
            profile => profile.Metadata["plan"] == plan
        );

    [Benchmark(Description = "building the query")]
    public ProfileQuery<UserProfile> Build() =>
        client.Query().Where(p => p.EnforcementStatus == status && p.Metadata["plan"] == plan);

    [Benchmark(Description = "building and Explain()")]
    public QueryPlan Explain() => Build().Explain();
}
