using System.Linq.Expressions;
using FluentProfiles.Expressions.Closing;

namespace FluentProfiles.Planning.Filters;

/// <summary>Recognises a condition that names profiles by ids that an explanation does not read. A run looks those up, so both
/// have to accept and reject the same queries.</summary>
internal static class UnreadIds
{
    private static readonly ServiceBounds Named = ServiceBounds.Unknown with { AreNamed = true };

    /// <summary>The bounds of such a condition, or null for any other.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="test">The same as a test of values, or null where it is none.</param>
    /// <param name="negated">True for the profiles that do not pass it.</param>
    public static ServiceBounds? BoundsOf(Expression condition, ValueTest? test, bool negated) =>
        test switch
        {
            { Equality: { } equality, IsNegated: var isUnequal } => negated == isUnequal
            && (IsPair(equality.Left, equality.Right) || IsPair(equality.Right, equality.Left))
                ? Named
                : null,
            null when !negated && condition is MethodCallExpression call && IsMembership(call) => Named,
            _ => null,
        };

    private static bool IsMembership(MethodCallExpression call) =>
        call.Method.Name == nameof(Enumerable.Contains)
        && (call.Object, call.Arguments) switch
        {
            ({ } items, [var item]) => IsPair(items, item),
            // F# writes the item first.
            (null, [var items, var item]) => IsPair(items, item) || IsPair(item, items),
            _ => false,
        };

    private static bool IsPair(Expression unread, Expression id) => unread is UnreadPart && FieldValues.IsId(id);
}
