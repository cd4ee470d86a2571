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
        && !PointLookUps.MayBeIn(chain, library);

    /// <summary>True for a condition that bounds a time that the service sorts by. Such a bound can end a scan early.</summary>
    public static bool IsTimeBound(IOperation condition, QueryLambda lambda, LibraryContext library) =>
        Values.Unwrapped(condition) is IBinaryOperation comparison
        && (
            FieldOf(comparison.LeftOperand, lambda, library) is { IsSortableTime: true }
            || FieldOf(comparison.RightOperand, lambda, library) is { IsSortableTime: true }
        );

    /// <summary>The field of the profile that an operation is; null for anything else.</summary>
    public static FieldFacts? FieldOf(IOperation operation, QueryLambda lambda, LibraryContext library) =>
        lambda.MemberOf(operation) is { } member ? library.Fields.Find(member) : null;

    public static bool IsProfileMember(IOperation operation, string name, QueryLambda lambda, LibraryContext library) =>
        lambda.MemberOf(operation) is { } member && member.Name == name && library.IsProfile(member.ContainingType);
}
