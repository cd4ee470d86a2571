using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0404: a bulk write whose report nobody looks at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedReportAnalyzer() : QueryAnalyzer(Descriptors.DroppedReport)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        var ofQueries = reading
            .Chains.Where(chain => chain.Last is { Kind: StepKind.Write })
            .Select(chain => chain.Last!.Call);
        foreach (var write in ofQueries.Concat(reading.BulkCalls))
        {
            // A run that stops at the first failure throws, and one that reports progress tells of each.
            if (
                Discarded.Is(write)
                && BulkOptions.HasDefault(write, "StopOnError", reading, report.Library)
                && BulkOptions.HasDefault(write, "Progress", reading, report.Library)
            )
                report.At(Places.OfName(write.Syntax), write.TargetMethod.Name);
        }
    }
}
