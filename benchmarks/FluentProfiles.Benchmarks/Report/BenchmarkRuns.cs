using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using FluentProfiles.Benchmarks.Scenarios;

namespace FluentProfiles.Benchmarks.Report;

/// <summary>Runs scenarios by BenchmarkDotNet, each row in a process of its own.</summary>
internal static class BenchmarkRuns
{
    private static readonly Job Computing = Job.Default.WithWarmupCount(2).WithIterationCount(5);

    // A run takes seconds, nearly all of it waiting: it hardly scatters.
    private static readonly Job Waiting = Job
        .Default.WithStrategy(RunStrategy.Monitoring)
        .WithWarmupCount(1)
        .WithIterationCount(2)
        .WithInvocationCount(1)
        .WithUnrollFactor(1);

    public static IReadOnlyCollection<Measurement> Of(IEnumerable<Type> scenarios, string artifacts)
    {
        var runs = scenarios.Select(scenario =>
            BenchmarkConverter.TypeToBenchmarks(scenario, Config(scenario, artifacts))
        );
        var summaries = BenchmarkRunner.Run([.. runs]);
        return [.. summaries.SelectMany(summary => summary.Reports).Select(Measured)];
    }

    private static ManualConfig Config(Type scenario, string artifacts) =>
        ManualConfig
            .Create(DefaultConfig.Instance)
            .AddJob(scenario.IsSubclassOf(typeof(WaitingBenchmarks)) ? Waiting : Computing)
            .WithArtifactsPath(artifacts);

    private static Measurement Measured(BenchmarkReport report)
    {
        var benchmark = report.BenchmarkCase;
        var method = benchmark.Descriptor.WorkloadMethod;
        var time =
            report.ResultStatistics?.Median
            ?? throw new InvalidOperationException($"{benchmark.DisplayInfo} has failed.");
        var scenario = string.Join(
            ", ",
            benchmark.Parameters.Items.Select(item => item.Value).Prepend(Names.Of(benchmark.Descriptor.Type))
        );
        var bytes = benchmark.Config.GetDiagnosers().OfType<MemoryDiagnoser>().Any()
            ? report.GcStats.GetBytesAllocatedPerOperation(benchmark)
            : null;
        return new(scenario, method.GetCustomAttribute<BenchmarkAttribute>()!.Description!, time, bytes);
    }
}
