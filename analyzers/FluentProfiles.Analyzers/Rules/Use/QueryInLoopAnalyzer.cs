using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>FP0305: a query that may read every page, awaited inside a loop.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryInLoopAnalyzer() : QueryAnalyzer(Descriptors.QueryInLoop)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.FinalChains)
        {
            if (MayReadAll(chain, reading.Values, report) && IsRepeated(chain, reading.Values, report.Library))
                report.At(
                    chain.Terminal?.NameLocation ?? chain.Root.Syntax.GetLocation(),
                    chain.Terminal?.Name ?? "The loop"
                );
        }
    }

    private static bool IsRepeated(QueryChain chain, Values values, LibraryContext library)
    {
        if (
            chain.Terminal is { } terminal
            && !Enumerations.GivesSequence(terminal)
            && !Enumerations.IsStarted(chain.Root)
        )
            return false;
        var run = (IOperation?)Enumerations.LoopOver(chain) ?? chain.Root;
        return Flow.LoopOf(run) is { } loop
            && LoopRuns.IsRepeated(run, loop)
            && !AsksAnotherEachTime(chain, loop, values, library);
    }

    /// <summary>Whether what is asked of the service depends on the item of the loop: its client, a setting or a condition
    /// that is sent.</summary>
    private static bool AsksAnotherEachTime(
        QueryChain chain,
        ILoopOperation loop,
        Values values,
        LibraryContext library
    )
    {
        var source = chain.Steps.Count == 0 ? chain.Root : QueryStep.ReceiverOf(chain.Steps[0].Call)!;
        var settings = chain.Steps.Where(step => step.Kind == StepKind.Setting).SelectMany(step => step.Call.Arguments);
        var asked =
            from step in chain.Steps
            where !step.IsOpaqueFilter
            let lambda = step.Predicate
            where lambda is not null
            from condition in lambda.Conditions
            where IsAsked(condition, lambda, values, library)
            select condition;
        return settings.Concat(asked).Prepend(source).Any(part => Flow.UsesVariableOf(loop, part));
    }

    private static bool MayReadAll(QueryChain chain, Values values, Report report) =>
        !chain.Source.MayCostNothing
        && Reach.IsUnboundedBefore(chain, null, report.Library)
        && !chain.StartsWithin
        && !chain.Steps.Any(step => step.Name == "WithMaxRequests")
        && (Enumerations.ReadsAll(chain) || SearchesOnClient(chain, values, report));

    /// <summary>Whether an element is searched for that only the client can tell.</summary>
    private static bool SearchesOnClient(QueryChain chain, Values values, Report report) =>
        chain.Terminal is { Name: not "ToPageAsync" }
        && chain.Steps.Any(step =>
            step.IsOpaqueFilter
            || step.Predicate?.Conditions.Any(condition => !IsAsked(condition, step.Predicate, values, report.Library))
                == true
        );

    /// <summary>True for a condition that changes what is asked of the service.</summary>
    private static bool IsAsked(IOperation condition, QueryLambda lambda, Values values, LibraryContext library) =>
        ServiceFilters.IsSent(condition, lambda, values, library) || Reach.IsTimeBound(condition, lambda, library);
}
