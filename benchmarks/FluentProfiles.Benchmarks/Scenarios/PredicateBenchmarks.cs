using System.Linq.Expressions;
using BenchmarkDotNet.Attributes;
using FluentProfiles.Evaluation;

namespace FluentProfiles.Benchmarks.Scenarios;

/// <summary>What a condition costs a profile: the nodes that a run evaluates, against the same condition compiled.</summary>
[MemoryDiagnoser]
public class PredicateBenchmarks
{
    private static readonly Expression<Func<UserProfile, bool>> Condition = p =>
        p.Metadata["plan"] == "pro" && p.ExternalUserDetails.Country != "DE";

    private readonly UserProfile profile = new()
    {
        Id = "uprof_1",
        Name = "Acme",
        Metadata = new()
        {
            ["region"] = "eu",
            ["plan"] = "pro",
            ["seat"] = "12",
        },
        ExternalUserDetails = new() { Country = "US" },
    };

    private readonly Func<UserProfile, bool> compiled = Condition.Compile();
    private readonly Func<UserProfile, bool> nodes = Evaluator.Of(Condition);

    [Benchmark(Baseline = true, Description = "compiled by .NET")]
    public bool Compiled() => compiled(profile);

    [Benchmark(Description = "evaluated by nodes")]
    public bool Nodes() => nodes(profile);

    [Benchmark(Description = "compiling it")]
    public Func<UserProfile, bool> Compile() => Condition.Compile();

    [Benchmark(Description = "building the nodes")]
    public object BuildNodes() => Evaluator.Of(Condition);
}
