using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Judges comparisons with values that a field can't have.</summary>
internal sealed class FieldLimits(QueryLambda lambda, Values values, LibraryContext library)
{
    private const string IdPrefix = "uprof_";

    /// <summary>Whether there are values that a field can't have.</summary>
    public static bool Concern(FieldRead read) => read.Name == "Id" || read.Facts.MaxKeyLength > 0;

    /// <summary>Whether an operation always or never holds, and why; null where that can't be told.</summary>
    public (bool Holds, string Reason)? Judge(IOperation operation) =>
        operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
                Judge(
                    comparison.LeftOperand,
                    comparison.RightOperand,
                    comparison.OperatorKind == BinaryOperatorKind.NotEquals
                )
                    ?? Judge(
                        comparison.RightOperand,
                        comparison.LeftOperand,
                        comparison.OperatorKind == BinaryOperatorKind.NotEquals
                    ),
            IInvocationOperation { TargetMethod.Name: "ContainsKey", Instance: { } map, Arguments: [var key] }
                when MapOf(map) is { } facts && IsTooLong(key.Value, facts.MaxKeyLength) => (false, KeyReason(facts)),
            _ => null,
        };

    private (bool Holds, string Reason)? Judge(IOperation field, IOperation value, bool negated)
    {
        if (!values.TryConstant(value, out var constant) || constant is not (string or null))
            return null;
        if (Reach.IsProfileMember(field, "Id", lambda, library))
            return constant is string id && id.StartsWith(IdPrefix, StringComparison.Ordinal)
                ? null
                : (negated, $"an id starts with {IdPrefix}");
        return PairReason(field, constant as string) is var (reason, equal) ? (equal != negated, reason) : null;
    }

    /// <summary>Why a pair of the metadata can't have a value, and whether comparing it by == gives true.</summary>
    private (string Reason, bool Equal)? PairReason(IOperation field, string? value)
    {
        if (
            Values.Unwrapped(field)
            is not IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } map, Arguments: [var key] }
        )
            return null;
        if (MapOf(map) is not { } facts)
            return null;
        if (IsTooLong(key.Value, facts.MaxKeyLength))
            return (KeyReason(facts), value is null);
        return value is null ? null
            : value.Length < facts.MinLength ? ($"a {NameOf(facts)} value is not empty", false)
            : value.Length > facts.MaxLength
                ? ($"a {NameOf(facts)} value has at most {facts.MaxLength} characters", false)
            : null;
    }

    /// <summary>A map of the query's own profile, such as its metadata; null for anything else.</summary>
    private FieldFacts? MapOf(IOperation map) =>
        Reach.FieldOf(map, lambda, library) is { MaxKeyLength: > 0 } facts ? facts : null;

    private static string KeyReason(FieldFacts map) => $"a {NameOf(map)} key has at most {map.MaxKeyLength} characters";

    private static string NameOf(FieldFacts map) => map.Property.Name.ToLowerInvariant();

    private bool IsTooLong(IOperation text, int most) => values.TextOf(text) is { } given && given.Length > most;
}
