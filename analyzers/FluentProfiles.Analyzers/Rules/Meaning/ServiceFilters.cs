using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Tells which conditions of a query the service takes as a filter: the planner's rule, seen from the
/// source.</summary>
internal static class ServiceFilters
{
    /// <summary>The conditions that become a filter of the request.</summary>
    public static IEnumerable<(QueryLambda Lambda, IOperation Condition)> In(
        QueryChain chain,
        Values values,
        LibraryContext library
    )
    {
        foreach (var step in BeforeWindow(chain))
        {
            if (step is not { Predicate: { } lambda, IsOpaqueFilter: false })
                continue;
            foreach (var condition in lambda.Conditions)
            {
                if (IsSent(condition, values, library))
                    yield return (lambda, condition);
            }
        }
    }

    /// <summary>The steps up to the first Take or Skip: from there on the items count, and conditions stay where they
    /// are.</summary>
    public static IEnumerable<QueryStep> BeforeWindow(QueryChain chain) =>
        chain.Steps.TakeWhile(step => !step.IsWindow);

    /// <summary>Whether the service can filter by a condition.</summary>
    public static bool IsSent(IOperation condition, Values values, LibraryContext library)
    {
        condition = Values.Unwrapped(condition);
        return condition switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => IsSent(
                either.LeftOperand,
                values,
                library
            ) && IsSent(either.RightOperand, values, library),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => IsSent(
                equal.LeftOperand,
                equal.RightOperand,
                values,
                library
            ) || IsSent(equal.RightOperand, equal.LeftOperand, values, library),
            IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } left, Arguments: [var right] } => IsSent(
                left,
                right.Value,
                values,
                library
            ),
            IInvocationOperation call => ContainsCalls.ItemOf(call) is { } item
                && IsField(item, library)
                && !HasDefault(call, values),
            _ => false,
        };
    }

    /// <summary>Whether an operation is a field that the service filters by, of the query's own profile.</summary>
    public static bool IsField(IOperation operation, LibraryContext library) =>
        Reach.FieldOf(operation, library) is { Filterable: true };

    private static bool IsSent(IOperation field, IOperation value, Values values, LibraryContext library) =>
        IsField(field, library) && !QueryLambda.IsOfParameter(value) && !IsDefault(value, values);

    // The default value stands for "null or not served", which no parameter can say.
    private static bool IsDefault(IOperation value, Values values)
    {
        value = Values.Unwrapped(value);
        if (value is IConversionOperation converted)
            value = Values.Unwrapped(converted.Operand);
        return value is IDefaultValueOperation || values.TryConstant(value, out var constant) && constant is null or "";
    }

    private static bool HasDefault(IInvocationOperation call, Values values) =>
        ContainsCalls.ListedItems(call)?.Any(item => IsDefault(item, values)) == true;
}
