using FluentProfiles.Benchmarks.Scenarios;

namespace FluentProfiles.Benchmarks.Report;

/// <summary>The scenarios, by the names of their classes.</summary>
internal static class Names
{
    public const string FullRead = "FullRead, Memory";
    public const string FullReadOverLoopback = "FullRead, Loopback";
    public const string Projection = "Projection";
    public const string Filter = "Filter";
    public const string Count = "Count";
    public const string Prefetch = "Prefetch";
    public const string TwoEnded = "TwoEnded";
    public const string Parallel = "Parallel";
    public const string Plan = "Plan";
    public const string Predicate = "Predicate";
    public const string ColdRun = "ColdRun";
    public const string LiveHeap = "LiveHeap";

    public const string EarlyPage = "after page 100";
    public const string LatePage = "after page 10,000";

    /// <summary>The classes that BenchmarkDotNet runs.</summary>
    public static Type[] Classes { get; } =
    [
        typeof(FullReadBenchmarks),
        typeof(ProjectionBenchmarks),
        typeof(FilterBenchmarks),
        typeof(CountBenchmarks),
        typeof(PrefetchBenchmarks),
        typeof(TwoEndedBenchmarks),
        typeof(ParallelBenchmarks),
        typeof(PlanBenchmarks),
        typeof(PredicateBenchmarks),
    ];

    /// <summary>Those that a complete report has.</summary>
    public static string[] All { get; } =
    [
        FullRead,
        FullReadOverLoopback,
        Projection,
        Filter,
        Count,
        Prefetch,
        TwoEnded,
        Parallel,
        Plan,
        Predicate,
        ColdRun,
        LiveHeap,
    ];

    public static string Of(Type scenario) => scenario.Name.Replace("Benchmarks", null, StringComparison.Ordinal);
}
