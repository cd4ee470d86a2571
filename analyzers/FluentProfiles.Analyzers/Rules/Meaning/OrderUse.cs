using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Tells whether the result of a query depends on one of its orders: the planner's rule, seen from the
/// source.</summary>
internal static class OrderUse
{
    /// <summary>Whether the result surely depends on an order.</summary>
    public static bool Decides(QueryChain chain, QueryStep order, Locals locals)
    {
        if (chain.Last is not { } last || PassedOn.MayGoOn(chain, locals))
            return false;
        if (NeedsOrder(last))
            return true;
        var dependsOnSet = !CountsOnly(last);
        foreach (var step in chain.Steps.SkipWhile(step => step != order).Skip(1).Reverse())
        {
            if (step.IsWindow && dependsOnSet)
                return true;
            dependsOnSet |= step.Name is "Where" or "WhereOnClient";
        }
        return false;
    }

    private static bool CountsOnly(QueryStep last) =>
        last is { Kind: StepKind.Terminal, Predicate: null, Name: "CountAsync" or "LongCountAsync" or "AnyAsync" };

    private static bool NeedsOrder(QueryStep last) =>
        last.Kind switch
        {
            StepKind.Write => false,
            StepKind.Other => last.Name == "Explain",
            StepKind.Terminal => last.Name switch
            {
                "CountAsync"
                or "LongCountAsync"
                or "AnyAsync"
                or "AllAsync"
                or "ContainsAsync"
                or "MinAsync"
                or "MaxAsync"
                or "MinByAsync"
                or "MaxByAsync"
                or "SingleAsync"
                or "SingleOrDefaultAsync"
                or "ToDictionaryAsync"
                or "SumAsync"
                or "AverageAsync" => false,
                "ToHashSetAsync" or "CountByAsync" => IsSurelyGiven(last.Argument("comparer")),
                "ForEachAsync" => last.Argument("workers") is null or { ConstantValue: { HasValue: true, Value: 1 } },
                _ => true,
            },
            _ => true,
        };

    private static bool IsSurelyGiven(IOperation? argument) =>
        argument is not null
        && Values.Unwrapped(argument) is IObjectCreationOperation or IPropertyReferenceOperation { Instance: null };
}
