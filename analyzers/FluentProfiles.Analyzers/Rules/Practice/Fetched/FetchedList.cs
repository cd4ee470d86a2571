using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>A list or array of everything that a query gives, and the only place that uses it.</summary>
internal sealed class FetchedList
{
    private FetchedList(QueryStep terminal, IOperation use, IVariableDeclaratorOperation? declarator) =>
        (Terminal, Use, Declarator) = (terminal, use, declarator);

    /// <summary>The call that makes the list.</summary>
    public QueryStep Terminal { get; }

    /// <summary>The expression that the list is used by.</summary>
    public IOperation Use { get; }

    /// <summary>The local that holds the list, or null where it is used right away.</summary>
    public IVariableDeclaratorOperation? Declarator { get; }

    public static FetchedList? Of(QueryChain chain)
    {
        if (
            chain.Terminal is not { Name: "ToListAsync" or "ToArrayAsync" } terminal
            || AwaitOf(terminal.Call) is not { } wait
        )
            return null;
        var result = Outermost(wait);
        if ((result.Parent as IVariableInitializerOperation)?.Parent is not IVariableDeclaratorOperation declarator)
            return new(terminal, result, null);
        return OnlyUseOf(declarator) is { } use ? new(terminal, Outermost(use), declarator) : null;
    }

    public static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            operation = operation.Parent;
        return operation;
    }

    private static IAwaitOperation? AwaitOf(IOperation call)
    {
        var outer = call.Parent;
        while (outer is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" })
            outer = outer.Parent;
        return outer as IAwaitOperation;
    }

    // Used twice, or again and again, the list saves requests.
    private static ILocalReferenceOperation? OnlyUseOf(IVariableDeclaratorOperation declarator)
    {
        var uses = OperationTree
            .Of(OperationTree.RootOf(declarator))
            .OfType<ILocalReferenceOperation>()
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, declarator.Symbol))
            .Take(2)
            .ToList();
        return
            uses is [{ } use]
            && Flow.FunctionOf(use) == Flow.FunctionOf(declarator)
            && Flow.LoopOf(use) == Flow.LoopOf(declarator)
            ? use
            : null;
    }
}
