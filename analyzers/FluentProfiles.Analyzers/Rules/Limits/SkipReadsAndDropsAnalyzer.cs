using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0005: Skip fetches what it drops.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SkipReadsAndDropsAnalyzer() : QueryAnalyzer(Descriptors.SkipReadsAndDrops)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.Chains.Where(chain => !chain.Source.MayCostNothing))
        {
            foreach (var step in chain.Steps)
            {
                if (
                    step is { IsWindow: true, Name: "Skip" }
                    && reading.Values.IntegerOf(step.Argument("count")) is null or > 0
                )
                    report.At(step.Location);
            }
        }
    }
}
