using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0110: a well-formed beta that is like none known.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownBetaAnalyzer() : BetaTextAnalyzer(Descriptors.UnknownBeta, BetaFault.Unknown)
{
    private protected override void ReportMention(BetaMention mention, string text, string? nearest, Report report) =>
        report.At(mention.Location, text);
}
