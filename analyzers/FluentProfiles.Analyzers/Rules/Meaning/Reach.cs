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

    /// <summary>The field that an operation is, of the query's own profile or one of its parts; null for anything else.</summary>
    public static FieldFacts? FieldOf(IOperation operation, LibraryContext library) =>
        MemberOf(operation) is { } member ? library.Fields.Find(member) : null;

    public static bool IsProfileMember(IOperation operation, string name, LibraryContext library) =>
        MemberOf(operation) is { } member && member.Name == name && library.IsProfile(member.ContainingType);

    /// <summary>The member of what a lambda is given that an operation is, itself and not of something behind it.</summary>
    private static IPropertySymbol? MemberOf(IOperation operation) =>
        Values.Unwrapped(operation) is IPropertyReferenceOperation { Instance: { } owner } property
        && Values.Unwrapped(owner) is IParameterReferenceOperation
            ? property.Property
            : null;

    private static bool IsId(IOperation operation, LibraryContext library) => IsProfileMember(operation, "Id", library);
}
