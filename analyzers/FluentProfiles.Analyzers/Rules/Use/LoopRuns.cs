using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Tells whether a loop surely runs what stands in it again for the next item.</summary>
internal static class LoopRuns
{
    public static bool IsRepeated(IOperation run, ILoopOperation loop) =>
        GoesOverItems(loop)
        && !Flow.RunsAgainOnlyOnFailure(run, loop)
        && !IsLeftAfter(run, loop)
        && !IsKept(run, loop)
        && !OperationTree.Of(loop).Any(Flow.IsWait);

    // A while loop, one without an end and one over a channel read afresh on purpose.
    private static bool GoesOverItems(ILoopOperation loop) =>
        loop switch
        {
            IForLoopOperation counted => counted.Condition is not null,
            IForEachLoopOperation { IsAsynchronous: true } each => Values.Unwrapped(each.Collection).Type
                is { ContainingNamespace.Name: "FluentProfiles" },
            IForEachLoopOperation each => Values.Unwrapped(each.Collection)
                is not IInvocationOperation { TargetMethod.Name: "GetConsumingEnumerable" },
            _ => false,
        };

    /// <summary>True where a statement after the run, in a block that holds it, leaves the loop. One that leaves it under a
    /// condition counts where the run is the same each time, so that it is tried again.</summary>
    private static bool IsLeftAfter(IOperation run, ILoopOperation loop)
    {
        var isSame = !Flow.UsesVariableOf(loop, run);
        for (var part = run; part is not null && part != loop; part = part.Parent)
        {
            if (
                part.Parent is IBlockOperation block
                && block
                    .Operations.SkipWhile(statement => statement != part)
                    .Skip(1)
                    .Any(later =>
                        isSame ? OperationTree.Of(later).Any(exit => IsExit(exit, loop)) : IsExit(Thrown(later), loop)
                    )
            )
                return true;
        }
        return false;
    }

    private static IOperation Thrown(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: IThrowOperation thrown } ? thrown : statement;

    private static bool IsExit(IOperation operation, ILoopOperation loop) =>
        operation switch
        {
            IBranchOperation branch => branch.BranchKind == BranchKind.GoTo
                || SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel),
            IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak } or IThrowOperation =>
                Flow.FunctionOf(operation) == Flow.FunctionOf(loop),
            _ => false,
        };

    /// <summary>True where the result is kept in something that outlives the round and that a condition asks for: it is read
    /// once.</summary>
    private static bool IsKept(IOperation run, ILoopOperation loop)
    {
        HashSet<ISymbol> asked = new(SymbolEqualityComparer.Default);
        for (var part = run; part.Parent is { } outer && part != loop; part = outer)
        {
            if (outer is ICoalesceAssignmentOperation kept && kept.Value == part)
                return true;
            if (Guards.ConditionOf(part, outer) is { } condition)
                asked.UnionWith(SymbolsIn(condition, loop));
        }
        if (
            loop is IForLoopOperation { Condition: { } goesOn }
            && OperationTree
                .Of(loop.Body)
                .SelectMany(part => WrittenBy(part, loop))
                .Any(written => SymbolsIn(goesOn, loop).Contains(written, SymbolEqualityComparer.Default))
        )
            return true;
        if (asked.Overlaps(OperationTree.Of(loop).SelectMany(part => WrittenBy(part, loop))))
            return true;
        return TargetOf(run, loop) is { } target
            && OperationTree
                .Of(loop)
                .OfType<IConditionalOperation>()
                .SelectMany(choice => SymbolsIn(choice.Condition, loop))
                .Contains(target, SymbolEqualityComparer.Default);
    }

    private static ISymbol? TargetOf(IOperation run, ILoopOperation loop)
    {
        for (IOperation? part = run; part is not null && part != loop; part = part.Parent)
        {
            if (part is ISimpleAssignmentOperation assignment)
                return SymbolsIn(assignment.Target, loop).FirstOrDefault();
        }
        return null;
    }

    /// <summary>What an assignment or a call changes.</summary>
    private static IEnumerable<ISymbol> WrittenBy(IOperation part, ILoopOperation loop) =>
        part switch
        {
            IAssignmentOperation assignment => SymbolsIn(assignment.Target, loop),
            IInvocationOperation { Instance: { } owner, Parent: IExpressionStatementOperation } => SymbolsIn(
                owner,
                loop
            ),
            _ => [],
        };

    /// <summary>The variables that an operation uses and that outlive a round of the loop.</summary>
    private static IEnumerable<ISymbol> SymbolsIn(IOperation operation, ILoopOperation loop) =>
        from part in OperationTree.Of(operation)
        let symbol = Flow.VariableOf(part)
        where symbol is not null && !Flow.IsDeclaredIn(symbol, loop)
        select symbol;
}
