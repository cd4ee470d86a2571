using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0105: the same beta twice on one level.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedBetaAnalyzer() : QueryAnalyzer(Descriptors.RepeatedBeta)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        var removals = new BetaRemovals(reading, report.Owner);
        foreach (var level in reading.Levels)
        {
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (var mention in level.Certain)
            {
                if (mention.Text is { Length: > 0 } text && !seen.Add(text))
                    report.At(mention.Location, removals.FixFor(mention), null, text);
            }
        }
    }
}
