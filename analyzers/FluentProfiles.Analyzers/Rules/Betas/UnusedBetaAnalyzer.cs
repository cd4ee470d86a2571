using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0103: WithBeta of a beta that the user-profiles endpoints do not use.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedBetaAnalyzer() : QueryAnalyzer(Descriptors.UnusedBeta)
{
    private const string OfDataControls = ": it concerns the data controls alone, whose calls name it automatically";

    private protected override void Check(MethodReading reading, Report report)
    {
        var removals = new BetaRemovals(reading, report.Owner);
        var ofQueries = reading.Steps.SelectMany(step => step.Betas ?? []);
        var ofCalls = reading.Calls.SelectMany(call => call.Betas.Mentions);
        foreach (var mention in ofQueries.Concat(ofCalls))
        {
            if (mention is { IsCertain: true, Known: { ConcernsProfiles: false } known })
                report.At(
                    mention.Location,
                    removals.FixFor(mention),
                    null,
                    known.Name,
                    known.ConcernsDataControls ? OfDataControls : ""
                );
        }
    }
}
