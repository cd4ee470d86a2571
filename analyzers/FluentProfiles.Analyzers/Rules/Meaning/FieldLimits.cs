using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Judges comparisons with values that a field can't have.</summary>
/// <param name="lambda">The lambda.</param>
/// <param name="values">The values of the body.</param>
/// <param name="library">The library.</param>
/// <param name="judgesIds">False to judge no comparison of ids.</param>
internal sealed class FieldLimits(QueryLambda lambda, Values values, LibraryContext library, bool judgesIds)
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
            IInvocationOperation { TargetMethod.Name: "Equals" } call => JudgeEquals(call),
            IInvocationOperation { TargetMethod.Name: "Contains" } call => JudgeContains(call),
            IInvocationOperation { TargetMethod.Name: "ContainsKey", Instance: { } map, Arguments: [var key] }
                when MapOf(map) is { } facts && IsTooLong(key.Value, facts.MaxKeyLength) => (false, KeyReason(facts)),
            _ => null,
        };

    /// <summary>The same of <c>a.Equals(b)</c> and <c>string.Equals(a, b)</c>, unless a comparison of another kind is
    /// named.</summary>
    private (bool Holds, string Reason)? JudgeEquals(IInvocationOperation call)
    {
        List<IOperation> compared = [.. call.Arguments.Select(argument => argument.Value)];
        if (call.Instance is { } instance)
            compared.Insert(0, instance);
        if (
            compared.Count is not (2 or 3)
            || compared.Count == 3
                && compared[2].ConstantValue is not { HasValue: true, Value: (int)StringComparison.Ordinal }
        )
            return null;
        // A null that a member is called on makes the condition false, which no pair that is equal to null is.
        return
            (Judge(compared[0], compared[1], negated: false) ?? Judge(compared[1], compared[0], negated: false))
                is (false, var reason)
            ? (false, reason)
            : null;
    }

    /// <summary>The same of a list in sight that a field is looked up in.</summary>
    private (bool Holds, string Reason)? JudgeContains(IInvocationOperation call)
    {
        if (
            ContainsCalls.ItemOf(call, lambda) is not { } field
            || ContainsCalls.ItemsOf(call, values) is not { Count: > 0 } items
        )
            return null;
        var judged = items.Select(item => Judge(field, item, negated: false)).ToList();
        return judged.TrueForAll(one => one is (false, _)) ? judged[0] : null;
    }

    private (bool Holds, string Reason)? Judge(IOperation field, IOperation value, bool negated)
    {
        if (!values.TryConstant(value, out var constant) || constant is not (string or null))
            return null;
        if (Reach.IsProfileMember(field, "Id", lambda, library))
            return !judgesIds || constant is string id && id.StartsWith(IdPrefix, StringComparison.Ordinal)
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
            : Characters.CountIn(value) < facts.MinLength ? ($"a {NameOf(facts)} value is not empty", false)
            : Characters.CountIn(value) > facts.MaxLength
                ? ($"a {NameOf(facts)} value has at most {facts.MaxLength} characters", false)
            : null;
    }

    /// <summary>A map of the query's own profile, such as its metadata; null for anything else.</summary>
    private FieldFacts? MapOf(IOperation map) =>
        Reach.FieldOf(map, lambda, library) is { MaxKeyLength: > 0 } facts ? facts : null;

    private static string KeyReason(FieldFacts map) => $"a {NameOf(map)} key has at most {map.MaxKeyLength} characters";

    private static string NameOf(FieldFacts map) => map.Property.Name.ToLowerInvariant();

    private bool IsTooLong(IOperation text, int most) =>
        values.TextOf(text) is { } given && Characters.CountIn(given) > most;
}
