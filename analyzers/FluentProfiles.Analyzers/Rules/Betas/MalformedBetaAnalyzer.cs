using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0102: a text that can't be a beta.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MalformedBetaAnalyzer() : BetaTextAnalyzer(Descriptors.MalformedBeta, BetaFault.Malformed)
{
    private protected override void ReportMention(BetaMention mention, string text, string? nearest, Report report)
    {
        // What is not surely sent is not surely refused.
        if (!mention.IsCertain)
            return;
        var names = BetaText.NamesIn(text, report.Library.Betas);
        report.At(
            mention.Location,
            names is null ? null : FixKeys.Of(FixKeys.Text, string.Join(", ", names.Select(name => $"\"{name}\""))),
            null,
            Shown(text),
            BetaText.ReasonAgainst(text)
                ?? "a beta name has lowercase letters, digits and hyphens, and ends in a date, like 'files-api-2025-04-14'"
        );
    }

    // A line break in a message would end it in most outputs.
    private static string Shown(string text) =>
        new([.. text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)]);
}
