using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Judges comparisons with values that a field can't have.</summary>
internal sealed class FieldLimits(Values values, LibraryContext library)
{
    private const string IdPrefix = "uprof_";
    private const int LongestKey = 64;
    private const int LongestValue = 512;

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
                when IsMetadata(map) && IsTooLong(key.Value, LongestKey) => (false, KeyReason),
            _ => null,
        };

    private static string KeyReason => $"a metadata key has at most {LongestKey} characters";

    private (bool Holds, string Reason)? Judge(IOperation field, IOperation value, bool negated)
    {
        if (!values.TryConstant(value, out var constant) || constant is not (string or null))
            return null;
        if (Reach.IsProfileMember(field, "Id", library))
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
        if (!IsMetadata(map))
            return null;
        if (IsTooLong(key.Value, LongestKey))
            return (KeyReason, value is null);
        return value is { Length: 0 } ? ("a metadata value is not empty", false)
            : value is { Length: > LongestValue } ? ($"a metadata value has at most {LongestValue} characters", false)
            : null;
    }

    private bool IsMetadata(IOperation map) => Reach.IsProfileMember(map, "Metadata", library);

    private bool IsTooLong(IOperation text, int most) => values.TextOf(text) is { } given && given.Length > most;
}
