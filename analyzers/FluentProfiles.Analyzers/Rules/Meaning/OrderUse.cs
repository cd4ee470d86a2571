using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Tells whether the result of a query depends on one of its orders: the planner's rule, seen from the
/// source.</summary>
internal static class OrderUse
{
    /// <summary>Whether the result surely depends on an order.</summary>
    public static bool Decides(QueryChain chain, QueryStep order)
    {
        if (
            chain.Last is not { } last
            || (last.Kind is StepKind.Operator or StepKind.Setting && IsPassedOn(chain.Root))
        )
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
            StepKind.Other => last.Name is not ("PreviewUpdateAsync" or "PreviewDeleteAsync"),
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
                or "AverageAsync"
                or "CountByAsync" => false,
                "ToHashSetAsync" => IsSurelyGiven(last.Argument("comparer")),
                "ForEachAsync" => last.Argument("workers") is null or { ConstantValue: { HasValue: true, Value: 1 } },
                _ => true,
            },
            _ => true,
        };

    private static bool IsSurelyGiven(IOperation? argument) =>
        argument is not null
        && Values.Unwrapped(argument) is IObjectCreationOperation or IPropertyReferenceOperation { Instance: null };

    /// <summary>Whether the query leaves the code in sight as a query, so that it may only be counted there. As a plain sequence
    /// it can only be enumerated.</summary>
    private static bool IsPassedOn(IOperation root)
    {
        var parent = root.Parent;
        while (
            parent
                is IConversionOperation { Conversion.IsIdentity: true }
                    or IParenthesizedOperation
                    or ITranslatedQueryOperation
        )
            parent = parent.Parent;
        return parent
            is IReturnOperation
                or IArgumentOperation
                or ISimpleAssignmentOperation
                {
                    Target: IFieldReferenceOperation
                        or IPropertyReferenceOperation { Property.ContainingType.IsAnonymousType: false }
                };
    }
}
