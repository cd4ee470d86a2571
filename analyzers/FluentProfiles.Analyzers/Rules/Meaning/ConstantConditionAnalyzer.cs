using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>FP0205: a condition that is never or always true.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantConditionAnalyzer() : QueryAnalyzer(Descriptors.ConstantCondition)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        // What is in memory may be anything; the limits are the service's.
        foreach (var chain in reading.FinalChains.Where(chain => !chain.Source.MayBeInMemory))
        {
            foreach (var step in chain.Steps.Where(step => step.Kind != StepKind.Foreign))
            {
                foreach (var lambda in step.Lambdas)
                    CheckLimits(lambda, chain, reading.Values, report);
            }
            CheckBounds(chain, reading.Values, report);
        }
    }

    private static void CheckLimits(QueryLambda lambda, QueryChain chain, Values values, Report report)
    {
        if (lambda.Body is null || !lambda.Fields.Any(FieldLimits.Concern))
            return;
        // A mirror may hold what a test has put there.
        var judge = new FieldLimits(lambda, values, report.Library, judgesIds: chain.Source.Kind != SourceKind.Mirror);
        foreach (var part in OperationTree.Of(lambda.Body))
        {
            if (judge.Judge(part) is var (holds, reason) && !HasOtherRule(part, lambda, chain))
                report.At(part.Syntax.GetLocation(), holds ? "always" : "never", reason);
        }
    }

    private static void CheckBounds(QueryChain chain, Values values, Report report)
    {
        // One condition alone excludes nothing.
        if (chain.Steps.Sum(step => step.Predicate?.Conditions.Count) < 2)
            return;
        var bounds = new Bounds(values, report.Library);
        foreach (var step in chain.Steps)
        {
            // Past a window the conditions no longer look at the same profiles.
            if (step.IsWindow)
                bounds.Clear();
            if (step.Predicate is not { } lambda || step.IsOpaqueFilter)
                continue;
            foreach (var condition in lambda.Conditions)
            {
                if (bounds.Excludes(condition, lambda) && !HasOtherRule(condition, lambda, chain))
                    report.At(condition.Syntax.GetLocation(), "never", "an earlier condition excludes it");
            }
        }
    }

    // A field that is not served, or not by a list, is the cause; another rule names it.
    private static bool HasOtherRule(IOperation part, QueryLambda lambda, QueryChain chain) =>
        lambda.Fields.Any(read =>
            (read.Facts.OnlyByGet || chain.Revision is { } revision && !read.Facts.IsServedBy(revision))
            && Flow.IsWithin(read.Operation, part)
        );
}
