using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0002: Take or Skip of a negative count.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NegativeCountAnalyzer() : QueryAnalyzer(Descriptors.NegativeCount)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var step in reading.Steps)
        {
            if (
                step.IsWindow
                && step.Argument("count") is { } count
                && reading.Values.IntegerOf(count) is { } given and < 0
            )
                report.At(count.Syntax.GetLocation(), step.Name, given);
        }
    }
}
