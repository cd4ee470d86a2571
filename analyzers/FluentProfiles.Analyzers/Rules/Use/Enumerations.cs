using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Where and how a query is run.</summary>
internal static class Enumerations
{
    /// <summary>Whether the body itself runs the query, to its end if nothing stops it.</summary>
    public static bool ReadsAll(QueryChain chain) =>
        chain.Terminal is { } terminal ? IsFullRead(terminal) : LoopOver(chain) is not null;

    /// <summary>The <c>await foreach</c> over the query, or null.</summary>
    public static IForEachLoopOperation? LoopOver(QueryChain chain)
    {
        var outer = chain.Root.Parent;
        while (outer is IConversionOperation or ITranslatedQueryOperation or IParenthesizedOperation)
            outer = outer.Parent;
        return outer is IForEachLoopOperation { IsAsynchronous: true } loop && !Flow.IsWithin(chain.Root, loop.Body)
            ? loop
            : null;
    }

    public static bool IsAwaited(IOperation call)
    {
        var outer = call.Parent;
        while (
            outer is IConversionOperation or IParenthesizedOperation
            || outer is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" }
        )
            outer = outer.Parent;
        return outer is IAwaitOperation;
    }

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
}
