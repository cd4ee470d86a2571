using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0202: an OrderBy that a later one replaces.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReplacedOrderAnalyzer() : QueryAnalyzer(Descriptors.ReplacedOrder)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.Chains)
        {
            QueryStep? earlier = null;
            foreach (var step in chain.Steps)
            {
                if (step.IsWindow)
                    earlier = null;
                if (!step.IsOrder)
                    continue;
                if (earlier is not null && IsReplacedForSure(earlier, step, reading))
                    report.At(earlier.Location, earlier.Name, step.Name);
                earlier = step;
            }
        }
    }

    // An order kept in a local may serve another query as well, or the later one may only come under a condition.
    private static bool IsReplacedForSure(QueryStep earlier, QueryStep later, MethodReading reading) =>
        Flow.IsWithin(earlier.Call, later.Call)
        || Flow.IsUnconditionalIn(later.Call, Flow.BlockOf(earlier.Call))
            && reading
                .FinalChains.Where(chain => chain.Steps.Contains(earlier))
                .All(chain => chain.Steps.Contains(later));
}
