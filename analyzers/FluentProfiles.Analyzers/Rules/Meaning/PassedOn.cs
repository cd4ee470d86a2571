using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Tells whether other code may go on from a query, and make another one of it. As a plain sequence it can only be
/// enumerated.</summary>
internal static class PassedOn
{
    /// <summary>True for a query that leaves the code in sight as a query, or is kept in a local whose value a later step can't
    /// tell.</summary>
    public static bool MayGoOn(QueryChain chain, Locals locals)
    {
        if (IsShown(chain))
            return true;
        if (!IsQuery(chain))
            return false;
        return Receiving(chain) switch
        {
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } =>
                locals.HasUseOfUnknown(local),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
                locals.HasUseOfUnknown(local),
            ISimpleAssignmentOperation { Target: IDiscardOperation } => false,
            // As a sequence.
            IConversionOperation => false,
            null or IExpressionStatementOperation or ILoopOperation => false,
            _ => true,
        };
    }

    /// <summary>True for a query that is asked for its text, or handed on as something else than a sequence, so that other code may
    /// only print it. Neither plans anything. The same of one in a local from which no other queries go on.</summary>
    public static bool MayOnlyBeShown(QueryChain chain, MethodReading reading)
    {
        if (IsShown(chain))
            return true;
        if (
            (Receiving(chain) as ISimpleAssignmentOperation)?.Target
            is not ILocalReferenceOperation { Local: var local }
        )
            return false;
        var later = reading.FinalChains.Where(other => StartsAt(local, other)).ToList();
        return later.Count > 0 && later.TrueForAll(IsShown);
    }

    private static bool StartsAt(ILocalSymbol local, QueryChain chain) =>
        (chain.Steps.Count == 0 ? chain.Root : QueryStep.ReceiverOf(chain.Steps[0].Call)) is { } start
        && Values.Unwrapped(start) is ILocalReferenceOperation use
        && SymbolEqualityComparer.Default.Equals(use.Local, local);

    private static bool IsShown(QueryChain chain) =>
        chain.Last is { Kind: StepKind.Other, Name: "ToString" }
        || IsQuery(chain)
            && Receiving(chain)
                is IInterpolationOperation
                    or IConversionOperation { Type: not { Name: "IAsyncEnumerable" } };

    private static bool IsQuery(QueryChain chain) =>
        chain.Last is null or { Kind: StepKind.Operator or StepKind.Setting };

    /// <summary>What takes the query.</summary>
    private static IOperation? Receiving(QueryChain chain)
    {
        var parent = chain.Root.Parent;
        while (
            parent
                is IConversionOperation { Conversion.IsIdentity: true }
                    or IParenthesizedOperation
                    or ITranslatedQueryOperation
        )
            parent = parent.Parent;
        return parent;
    }
}
