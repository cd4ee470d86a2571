using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0003: Take(0).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TakeZeroAnalyzer() : QueryAnalyzer(Descriptors.TakeZero)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var step in reading.Steps)
        {
            if (step is { IsWindow: true, Name: "Take" } && reading.Values.IntegerOf(step.Argument("count")) == 0)
                report.At(step.Location);
        }
    }
}
