using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0305: a query that may read every page, awaited inside a loop.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryInLoopAnalyzer() : QueryAnalyzer(Descriptors.QueryInLoop)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.FinalChains)
        {
            if (MayReadAll(chain, reading.Values, report) && IsRepeated(chain))
                report.At(
                    chain.Terminal?.NameLocation ?? chain.Root.Syntax.GetLocation(),
                    chain.Terminal?.Name ?? "The loop"
                );
        }
    }

    // A while loop that polls or tries again reads afresh on purpose; one over items does not.
    private static bool IsRepeated(QueryChain chain) =>
        (chain.Terminal is null || Enumerations.IsAwaited(chain.Root))
        && Flow.LoopOf((IOperation?)Enumerations.LoopOver(chain) ?? chain.Root)
            is IForEachLoopOperation
                or IForLoopOperation;

    private static bool MayReadAll(QueryChain chain, Values values, Report report) =>
        Reach.IsUnboundedBefore(chain, null, report.Library)
        && !chain.Steps.Any(step => step.Name is "WithMaxRequests" or "ResumeFrom" or "FromPage")
        && (Enumerations.ReadsAll(chain) || SearchesOnClient(chain, values, report));

    /// <summary>Whether an element is searched for that only the client can tell.</summary>
    private static bool SearchesOnClient(QueryChain chain, Values values, Report report) =>
        chain.Terminal is { Name: not "ToPageAsync" }
        && chain.Steps.Any(step =>
            step.IsOpaqueFilter
            || step.Predicate?.Conditions.Any(condition =>
                !ServiceFilters.IsSent(condition, values, report.Library)
                && !Reach.IsTimeBound(condition, report.Library)
            ) == true
        );
}
