using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0401: a bulk write of everything, without AllowAll.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnfilteredWriteAnalyzer() : QueryAnalyzer(Descriptors.UnfilteredWrite)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.Chains)
        {
            if (
                chain is { IsWhollySeen: true, Last: { Kind: StepKind.Write } write }
                && !chain.Steps.Any(step => Bounds(step))
                && BulkOptions.HasDefault(write.Call, "AllowAll", reading, report.Library)
            )
                report.At(write.NameLocation, write.Name);
        }
    }

    private static bool Bounds(QueryStep step) =>
        step.IsOpaqueFilter
        || step is { IsWindow: true, Name: "Take" }
        || step is { Name: "Where" } and not { Predicate.Body.ConstantValue: { HasValue: true, Value: true } };
}
