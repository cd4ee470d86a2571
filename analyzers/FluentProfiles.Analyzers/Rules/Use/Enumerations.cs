using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Where and how a query is run.</summary>
internal static class Enumerations
{
    /// <summary>Whether the body itself runs the query, to its end if nothing stops it.</summary>
    public static bool ReadsAll(QueryChain chain) =>
        chain.Terminal is { } terminal && !GivesSequence(terminal) ? IsFullRead(terminal) : LoopOver(chain) is not null;

    /// <summary>Whether a terminal gives a sequence that is enumerated later, as a join does.</summary>
    public static bool GivesSequence(QueryStep terminal) => terminal.Call.Type?.Name == "IAsyncEnumerable";

    /// <summary>The <c>await foreach</c> over the query, or null.</summary>
    public static IForEachLoopOperation? LoopOver(QueryChain chain)
    {
        var outer = chain.Root.Parent;
        while (
            outer
                is IConversionOperation
                    or ITranslatedQueryOperation
                    or IParenthesizedOperation
                    or IArgumentOperation { Parameter.Ordinal: 0 }
            || outer is IInvocationOperation && ResultParts.Enumerated(outer) is not null
        )
            outer = outer.Parent;
        return outer is IForEachLoopOperation { IsAsynchronous: true } loop && !Flow.IsWithin(chain.Root, loop.Body)
            ? loop
            : null;
    }

    public static bool IsAwaited(IOperation call) => Outermost(call).Parent is IAwaitOperation;

    /// <summary>Whether a call that runs a query is awaited, or its task is kept for later.</summary>
    public static bool IsStarted(IOperation call) =>
        Outermost(call).Parent switch
        {
            IAwaitOperation or IVariableInitializerOperation => true,
            ISimpleAssignmentOperation assignment => Flow.IsWithin(call, assignment.Value),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add" or "Enqueue" } } => true,
            _ => false,
        };

    /// <summary>The await of a call, or null.</summary>
    public static IAwaitOperation? AwaitOf(IOperation call) => Outermost(call).Parent as IAwaitOperation;

    public static bool IsFullRead(QueryStep terminal) =>
        terminal.Name
            is "ToListAsync"
                or "ToArrayAsync"
                or "ToHashSetAsync"
                or "ToDictionaryAsync"
                or "CountAsync"
                or "LongCountAsync"
                or "ForEachAsync"
                or "MinAsync"
                or "MaxAsync"
                or "MinByAsync"
                or "MaxByAsync"
                or "SumAsync"
                or "AverageAsync"
                or "CountByAsync";

    private static IOperation Outermost(IOperation call)
    {
        while (
            call.Parent is IConversionOperation or IParenthesizedOperation
            || call.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve" }
        )
            call = call.Parent;
        return call;
    }
}
