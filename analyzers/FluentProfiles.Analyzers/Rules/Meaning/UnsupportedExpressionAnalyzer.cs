using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0206: an expression that the planner rejects, where no other rule says so.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsupportedExpressionAnalyzer() : QueryAnalyzer(Descriptors.UnsupportedExpression)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.Chains)
        {
            foreach (var step in chain.Steps)
            {
                if (step.StandsBehind is not null && SpeaksOfProfile(step))
                    report.At(step.Location, step.Name);
            }
        }
    }

    private static bool SpeaksOfProfile(QueryStep step) =>
        step.Name == "WithDetails" || step.IsOrder && step.Call.Arguments.IsEmpty;
}
