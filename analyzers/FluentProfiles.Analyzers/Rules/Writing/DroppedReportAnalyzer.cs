using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0404: a bulk write whose report nobody looks at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedReportAnalyzer() : QueryAnalyzer(Descriptors.DroppedReport)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.Chains)
        {
            // A run that stops at the first failure throws, and one that reports progress tells of each.
            if (
                chain.Last is { Kind: StepKind.Write } write
                && IsDropped(write.Call)
                && BulkOptions.HasDefault(write, "StopOnError", reading, report.Library)
                && BulkOptions.HasDefault(write, "Progress", reading, report.Library)
            )
                report.At(write.NameLocation, write.Name);
        }
    }

    private static bool IsDropped(IOperation call)
    {
        var outer = call.Parent;
        while (outer is IAwaitOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync" })
            outer = outer.Parent;
        return outer is IExpressionStatementOperation { IsImplicit: false };
    }
}
