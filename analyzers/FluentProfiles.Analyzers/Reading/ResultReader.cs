namespace FluentProfiles.Analyzers.Reading;

/// <summary>Finds which query a profile came from, where a body reads one: a loop's variable, a terminal's result or an
/// item of it.</summary>
internal sealed class ResultReader(Values values, IReadOnlyDictionary<IOperation, QueryChain> chains)
{
    private const int DeepestLookUp = 10;

    /// <summary>The query whose result an operation is, or is part of; null where that can't be told.</summary>
    public QueryChain? ChainOf(IOperation operation)
    {
        for (var depth = 0; depth < DeepestLookUp; depth++)
        {
            operation = values.Behind(FieldRead.RootOf(operation));
            if (operation is IAwaitOperation wait)
                return OfTask(wait.Operation);
            if (
                operation is not ILocalReferenceOperation { Local: var local }
                || LoopOf(local, operation) is not { } loop
            )
                return null;
            if (loop.IsAsynchronous)
                return OfSequence(loop.Collection);
            operation = loop.Collection;
        }
        return null;
    }

    private QueryChain? OfTask(IOperation task)
    {
        task = Values.Unwrapped(task);
        if (task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask", Instance: { } inner })
            return OfTask(inner);
        return chains.TryGetValue(task, out var chain) && chain.Terminal is not null ? chain : null;
    }

    private QueryChain? OfSequence(IOperation sequence) =>
        chains.TryGetValue(Values.Unwrapped(sequence), out var chain) ? chain : null;

    private static IForEachLoopOperation? LoopOf(ILocalSymbol local, IOperation use)
    {
        for (var outer = use.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IForEachLoopOperation loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default))
                return loop;
        }
        return null;
    }
}
