using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Gathers what conditions demand of a field, and tells when two of them exclude each other.</summary>
internal sealed class Bounds(Values values, LibraryContext library)
{
    private readonly List<(string Field, BinaryOperatorKind Kind, IComparable Value)> known = [];

    public void Clear() => known.Clear();

    /// <summary>Notes a condition; true where it can't hold together with an earlier one.</summary>
    public bool Excludes(IOperation condition, QueryLambda lambda)
    {
        if (Values.Unwrapped(condition) is not IBinaryOperation comparison || Read(comparison, lambda) is not { } bound)
            return false;
        var excluded = known.Exists(earlier =>
            earlier.Field == bound.Field && earlier.Value.GetType() == bound.Value.GetType() && Exclude(earlier, bound)
        );
        known.Add(bound);
        return excluded;
    }

    private static bool Exclude(
        (string Field, BinaryOperatorKind Kind, IComparable Value) left,
        (string Field, BinaryOperatorKind Kind, IComparable Value) right
    )
    {
        if (right.Kind == BinaryOperatorKind.Equals)
            return !Admits(
                left.Kind,
                right.Value is string text
                    ? string.CompareOrdinal(text, (string)left.Value)
                    : right.Value.CompareTo(left.Value)
            );
        if (left.Kind == BinaryOperatorKind.Equals)
            return Exclude(right, left);
        var order = right.Value.CompareTo(left.Value);
        return IsLower(left.Kind) != IsLower(right.Kind) && (IsLower(left.Kind) ? order < 0 : order > 0)
            || IsLower(left.Kind) != IsLower(right.Kind)
                && order == 0
                && !(IsInclusive(left.Kind) && IsInclusive(right.Kind));
    }

    /// <summary>Whether a bound admits a value, given how the value compares with it.</summary>
    private static bool Admits(BinaryOperatorKind bound, int order) =>
        bound switch
        {
            BinaryOperatorKind.Equals => order == 0,
            BinaryOperatorKind.LessThan => order < 0,
            BinaryOperatorKind.LessThanOrEqual => order <= 0,
            BinaryOperatorKind.GreaterThan => order > 0,
            _ => order >= 0,
        };

    private static bool IsLower(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;

    private static bool IsInclusive(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThanOrEqual;

    private (string Field, BinaryOperatorKind Kind, IComparable Value)? Read(
        IBinaryOperation comparison,
        QueryLambda lambda
    )
    {
        if (
            comparison.OperatorKind
            is not (
                BinaryOperatorKind.Equals
                or BinaryOperatorKind.LessThan
                or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan
                or BinaryOperatorKind.GreaterThanOrEqual
            )
        )
            return null;
        // The value first: most are not known here, and then nothing needs the field's path.
        return ValueOf(comparison.RightOperand) is { } right
            ? FieldOf(comparison.LeftOperand, lambda) is { } left
                ? (left, comparison.OperatorKind, right)
                : null
            : ValueOf(comparison.LeftOperand) is { } other && FieldOf(comparison.RightOperand, lambda) is { } field
                ? (field, Mirrored(comparison.OperatorKind), other)
                : null;
    }

    /// <summary>The path of members from the profile, so that the same one is known again behind a Select.</summary>
    private static string? FieldOf(IOperation operation, QueryLambda lambda)
    {
        operation = Values.Unwrapped(operation);
        if (
            operation is IPropertyReferenceOperation
            {
                Instance: { } map,
                Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }]
            }
        )
            return FieldOf(map, lambda) is { } path ? $"{path}[{key}]" : null;
        return lambda.PartOf(operation) is { Path: { Count: > 0 } members }
            ? string.Concat(members.Select(member => "." + member.Name))
            : null;
    }

    private IComparable? ValueOf(IOperation operation)
    {
        if (values.TryConstant(operation, out var constant))
            return constant as IComparable;
        if (library.IsFilterType(operation.Type) && FilterValues.NameOf(operation, values, operation.Type) is { } name)
            return name;
        return Instants.Read(values.Behind(operation), values);
    }

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) =>
        kind switch
        {
            BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
            BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
            _ => kind,
        };
}
