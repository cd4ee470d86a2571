using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>What the three rules on a beta's text share.</summary>
public abstract class BetaTextAnalyzer : QueryAnalyzer
{
    private const string AdditionalBetas = "fluentprofiles.additional_betas";

    private readonly BetaFault fault;

    private protected BetaTextAnalyzer(DiagnosticDescriptor rule, BetaFault fault)
        : base(rule) => this.fault = fault;

    private protected sealed override void Check(MethodReading reading, Report report)
    {
        foreach (var mention in reading.Mentions)
        {
            if (mention is not { Known: null, Text: { } text })
                continue;
            var found = BetaText.Judge(text, report.Library.Betas, AdditionalIn(mention, report), out var nearest);
            if (found == fault)
                ReportMention(mention, text, nearest, report);
        }
    }

    private protected abstract void ReportMention(BetaMention mention, string text, string? nearest, Report report);

    private static IReadOnlyCollection<string> AdditionalIn(BetaMention mention, Report report) =>
        report.OptionsOf(mention.Operation.Syntax.SyntaxTree).TryGetValue(AdditionalBetas, out var names)
            ? names.Split(',').Select(name => name.Trim()).ToList()
            : [];
}
