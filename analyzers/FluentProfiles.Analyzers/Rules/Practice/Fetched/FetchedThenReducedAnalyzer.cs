using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0501: everything fetched, then filtered, counted, ordered or cut in memory.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FetchedThenReducedAnalyzer() : QueryAnalyzer(Descriptors.FetchedThenReduced)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        foreach (var chain in reading.FinalChains)
        {
            if (!ReadsEverything(chain, report) || FetchedList.Of(chain) is not { } list)
                continue;
            var captures = new Captures(reading, report.Library, list.Terminal.Call);
            var movable = new Movable(captures, report.Library, chain.Revision);
            var work = new MemoryWork(list.Use, movable);
            if (!work.IsEmpty && !IsForAny(work, list) && !IsOrderedTwice(work, chain))
                Check(list, work, report);
        }
    }

    private static void Check(FetchedList list, MemoryWork work, Report report)
    {
        var first = work.Operators is [var step, ..] ? step : work.Ending;
        var edits = MoveIntoQuery.EditsFor(list, work);
        report.At(
            first?.Place ?? work.Skip!.Statement.Condition.GetLocation(),
            edits?.Properties,
            edits?.Locations,
            list.Terminal.Name,
            first?.Name ?? "the condition of the loop"
        );
    }

    private static bool ReadsEverything(QueryChain chain, Report report) =>
        Reach.IsUnboundedBefore(chain, null, report.Library)
        && report.Library.IsProfile(ItemOf(chain))
        && !chain.StartsWithin
        && !chain.Steps.Any(step => step.Name is "WithMaxRequests" or "Skip" or "WithDetails");

    private static ITypeSymbol? ItemOf(QueryChain chain) =>
        chain.Terminal?.Call.TargetMethod.ContainingType.TypeArguments.FirstOrDefault();

    // FP0303 reports it.
    private static bool IsForAny(MemoryWork work, FetchedList list) =>
        list.Declarator is null
        && work is { Ending.Name: "Count", Operators.Count: 0 }
        && work.Outermost.Parent
            is IIsPatternOperation
                or IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean };

    private static bool IsOrderedTwice(MemoryWork work, QueryChain chain) =>
        chain.Steps.Any(step => step.IsOrder || step.Name == "Reverse")
        && work.Operators.Any(call => call.Name.StartsWith("OrderBy", StringComparison.Ordinal));
}
