using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0101: a beta name that is nearly a known one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisspelledBetaAnalyzer() : BetaTextAnalyzer(Descriptors.MisspelledBeta, BetaFault.Misspelled)
{
    private protected override void ReportMention(BetaMention mention, string text, string? nearest, Report report) =>
        report.At(mention.Location, FixKeys.Of(FixKeys.Text, $"\"{nearest}\""), null, text, nearest!);
}
