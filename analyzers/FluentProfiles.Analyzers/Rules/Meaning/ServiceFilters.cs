using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Tells which conditions of a query the service takes as a filter: the planner's rule, seen from the
/// source.</summary>
internal static class ServiceFilters
{
    /// <summary>The fields in the conditions that surely become a filter of the request.</summary>
    public static IEnumerable<(QueryLambda Lambda, IOperation Field)> SurelyIn(
        QueryChain chain,
        Values values,
        LibraryContext library
    ) =>
        from step in BeforeWindow(chain)
        where !step.IsOpaqueFilter
        let lambda = step.Predicate
        where lambda is not null
        from condition in lambda.Conditions
        let fields = FieldsOf(condition, lambda, values, library)
        where
            fields is not null
            && fields.All(tested =>
                tested.Values?.All(value =>
                    FilterValues.IsSent(value, values, Reach.FieldOf(tested.Field, lambda, library)!.Property.Type)
                ) == true
            )
        from tested in fields
        select (lambda, tested.Field);

    /// <summary>The steps up to the first Take or Skip: from there on the items count, and conditions stay where they
    /// are.</summary>
    public static IEnumerable<QueryStep> BeforeWindow(QueryChain chain) =>
        chain.Steps.TakeWhile(step => !step.IsWindow);

    /// <summary>Whether the service can filter by a condition. Values that only the run shows are taken for values that it can name.</summary>
    public static bool IsSent(IOperation condition, QueryLambda lambda, Values values, LibraryContext library) =>
        FieldsOf(condition, lambda, values, library)
            ?.All(tested => tested.Values?.Any(value => FilterValues.IsDefault(value, values)) != true) == true;

    /// <summary>Whether an operation is a field that the service filters by.</summary>
    public static bool IsField(IOperation operation, QueryLambda lambda, LibraryContext library) =>
        Reach.FieldOf(operation, lambda, library) is { Filterable: true };

    /// <summary>Each field that a condition compares with values, joined by "or"; null for a condition of another form. The
    /// values are null where the source does not list them.</summary>
    private static IReadOnlyList<(IOperation Field, IReadOnlyList<IOperation>? Values)>? FieldsOf(
        IOperation condition,
        QueryLambda lambda,
        Values values,
        LibraryContext library
    )
    {
        condition = Values.Unwrapped(condition);
        if (condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either)
            return
                FieldsOf(either.LeftOperand, lambda, values, library) is { } left
                && FieldsOf(either.RightOperand, lambda, values, library) is { } right
                ? [.. left, .. right]
                : null;
        return condition switch
        {
            IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.Equals,
                LeftOperand: var one,
                RightOperand: var other
            } => Compared(one, other, lambda, library) ?? Compared(other, one, lambda, library),
            IInvocationOperation
            {
                TargetMethod.Name: "Equals",
                Instance: { } one,
                Arguments: [{ Value: var other }]
            } => Compared(one, other, lambda, library) ?? Compared(other, one, lambda, library),
            IInvocationOperation call
                when ContainsCalls.ItemOf(call, lambda) is { } item && IsField(item, lambda, library) =>
            [
                (item, ContainsCalls.ItemsOf(call, values)),
            ],
            _ => null,
        };
    }

    private static IReadOnlyList<(IOperation, IReadOnlyList<IOperation>?)>? Compared(
        IOperation field,
        IOperation value,
        QueryLambda lambda,
        LibraryContext library
    ) => IsField(field, lambda, library) && lambda.IsClosed(value) ? [(field, [value])] : null;
}
