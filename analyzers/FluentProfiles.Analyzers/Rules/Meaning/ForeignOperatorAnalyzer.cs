using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0207: an operator of System.Linq.AsyncEnumerable bound directly to an unbounded query.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignOperatorAnalyzer() : QueryAnalyzer(Descriptors.ForeignOperator)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.Chains)
        {
            if (chain.Last is { Kind: StepKind.Foreign } step && Reach.IsUnboundedBefore(chain, step, report.Library))
                report.At(step.NameLocation, Insertion.Of("AsAsyncEnumerable()"), Insertion.Before(step), step.Name);
        }
    }
}
