using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0203: the part of a Where that runs on the client.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientConditionAnalyzer() : QueryAnalyzer(Descriptors.ClientCondition)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.FinalChains)
        {
            foreach (var step in chain.Steps.Where(step => step.Predicate is not null))
            {
                if (!Reach.IsUnboundedBefore(chain, step, report.Library))
                    continue;
                foreach (var condition in step.Predicate!.Conditions)
                    Check(condition, step.Predicate, reading.Values, report);
            }
        }
    }

    private static void Check(IOperation condition, QueryLambda lambda, Values values, Report report)
    {
        var handled =
            ServiceFilters.IsSent(condition, lambda, values, report.Library)
            || Reach.IsTimeBound(condition, lambda, report.Library)
            || NegatedStatusAnalyzer.IsNegated(condition, lambda, report.Library)
            || values.TryConstant(condition, out _);
        if (!handled)
            report.At(condition.Syntax.GetLocation());
    }
}
