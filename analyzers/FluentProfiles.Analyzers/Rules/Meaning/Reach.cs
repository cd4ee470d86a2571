using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>How much of a listing a query reads.</summary>
internal static class Reach
{
    /// <summary>Whether it is in sight that nothing bounds the query up to a step.</summary>
    public static bool IsUnboundedBefore(QueryChain chain, QueryStep? step, LibraryContext library) =>
        chain.IsWhollySeen
        && !chain
            .Steps.TakeWhile(earlier => earlier != step)
            .Any(earlier => earlier is { IsWindow: true, Name: "Take" })
        && !HasPointLookUp(chain, library);

    /// <summary>Whether the query names the profiles that it wants, so that each is read by itself.</summary>
    public static bool HasPointLookUp(QueryChain chain, LibraryContext library) =>
        ServiceFilters
            .BeforeWindow(chain)
            .Any(step =>
                step is { Predicate: { } predicate, IsOpaqueFilter: false }
                && predicate.Conditions.Any(condition => IsPointLookUp(condition, library))
            );

    private static bool IsPointLookUp(IOperation condition, LibraryContext library) =>
        Values.Unwrapped(condition) switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => IsId(equal.LeftOperand, library)
                || IsId(equal.RightOperand, library),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => IsPointLookUp(
                either.LeftOperand,
                library
            ) && IsPointLookUp(either.RightOperand, library),
            IInvocationOperation { TargetMethod.Name: "Equals" or "Contains" } call => call.Arguments.Any(argument =>
                IsId(argument.Value, library)
            )
                || call.Instance is { } instance && IsId(instance, library),
            _ => false,
        };

    /// <summary>Whether a condition bounds the time of creation, which ends a scan early.</summary>
    public static bool IsTimeBound(IOperation condition, LibraryContext library) =>
        Values.Unwrapped(condition) is IBinaryOperation comparison
        && (
            IsProfileMember(comparison.LeftOperand, "CreatedAt", library)
            || IsProfileMember(comparison.RightOperand, "CreatedAt", library)
        );

    public static bool IsProfileMember(IOperation operation, string name, LibraryContext library) =>
        Values.Unwrapped(operation) is IPropertyReferenceOperation { Instance: { } owner } property
        && property.Property.Name == name
        && library.IsProfile(property.Property.ContainingType)
        && Values.Unwrapped(owner) is IParameterReferenceOperation;

    private static bool IsId(IOperation operation, LibraryContext library) => IsProfileMember(operation, "Id", library);
}
