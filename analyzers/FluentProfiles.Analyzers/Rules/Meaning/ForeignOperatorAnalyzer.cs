using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0207: an operator of System.Linq.AsyncEnumerable bound directly to an unbounded query.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignOperatorAnalyzer() : QueryAnalyzer(Descriptors.ForeignOperator)
{
    private const string Reachable = "pass only a lambda that the query can see, or ";

    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.Chains)
        {
            if (chain.Last is { Kind: StepKind.Foreign } step && Reach.IsUnboundedBefore(chain, step, report.Library))
                Report(step, report);
        }
    }

    // Where the query has no operator of the name, no other argument would reach it.
    private static void Report(QueryStep step, Report report)
    {
        var (cause, instead) = report.Library.Query.GetMembers(step.Name).IsEmpty
            ? ($"A query has no {step.Name}, so every page is read and it runs on the client", "")
            : ($"This {step.Name} is the one of System.Linq.AsyncEnumerable, which reads every page", Reachable);
        report.At(step.NameLocation, Insertion.Of("AsAsyncEnumerable()"), Insertion.Before(step), cause, instead);
    }
}
