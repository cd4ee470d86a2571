using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0302: the same query enumerated twice.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedEnumerationAnalyzer() : QueryAnalyzer(Descriptors.RepeatedEnumeration)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        if (reading.FinalChains.Count < 2)
            return;
        var runs = reading
            .FinalChains.Where(chain => !chain.Source.MayCostNothing && Enumerations.ReadsAll(chain))
            .Select(chain => (chain, use: UseOf(chain)))
            .Where(run => run.use is not null && reading.Locals.ReachingAt(run.use) is not null)
            .GroupBy(run => reading.Locals.ReachingAt(run.use!));
        foreach (var same in runs)
        {
            var ordered = same.OrderBy(run => run.use!.Syntax.SpanStart).ToList();
            foreach (var (_, use) in ordered.Skip(1).Where(run => IsAfter(ordered[0].use!, run.use!)))
                report.At(use!.Syntax.GetLocation(), use.Local.Name);
        }
    }

    /// <summary>The local that a run enumerates as it is, without a predicate or another step on it.</summary>
    private static ILocalReferenceOperation? UseOf(QueryChain chain)
    {
        var run = chain.Root;
        while (
            run is IInvocationOperation call
            && chain.Steps.Any(step => step.Call == call && step.Kind is StepKind.Terminal or StepKind.Enumeration)
        )
        {
            if (chain.Steps.Any(step => step.Call == call && step.Predicate is not null))
                return null;
            run = Values.Unwrapped(QueryStep.ReceiverOf(call)!);
        }
        return run as ILocalReferenceOperation;
    }

    private static bool IsAfter(IOperation first, IOperation second) =>
        Flow.FunctionOf(first) == Flow.FunctionOf(second)
        && Flow.BlockOf(first) is { } block
        && Flow.IsWithin(second, block);
}
