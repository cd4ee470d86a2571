using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0301: a query built and dropped.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedQueryAnalyzer() : QueryAnalyzer(Descriptors.DroppedQuery)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.Chains)
        {
            if (chain.Root is IInvocationOperation call && IsSequence(chain) && Discarded.IsUnused(call))
                report.At(Places.OfName(call.Syntax), call.TargetMethod.Name);
        }
    }

    private static bool IsSequence(QueryChain chain) =>
        chain.Last is null
        || chain.Last.Kind is StepKind.Setting or StepKind.Operator or StepKind.Leave or StepKind.Enumeration
        || chain.Last is { Kind: StepKind.Foreign } last
            && last.Call.Type?.Name is "IAsyncEnumerable" or "IOrderedAsyncEnumerable";
}
