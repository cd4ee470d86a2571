using System.Linq.Expressions;
using FluentProfiles.Model;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Translates a condition on the enforcement status into the set of statuses that the service filters by, or declines
/// with null. <c>!=</c> is declined: the complement would lose statuses that the service adds later.</summary>
internal static class EnforcementTranslator
{
    public static IReadOnlyList<EnforcementStatus>? Translate(Expression condition) =>
        condition switch
        {
            BinaryExpression { NodeType: ExpressionType.Equal } equal => One(equal.Left, equal.Right)
                ?? One(equal.Right, equal.Left),
            BinaryExpression { NodeType: ExpressionType.OrElse } either => Union(
                Translate(either.Left),
                Translate(either.Right)
            ),
            MethodCallExpression { Method.Name: nameof(Equals), Object: { } left, Arguments: [var right] } => One(
                left,
                right
            ) ?? One(right, left),
            MethodCallExpression call when ContainsCall.Read(call) is { } contains && IsStatus(contains.Item) => Many(
                contains.Items
            ),
            _ => null,
        };

    private static IReadOnlyList<EnforcementStatus>? One(Expression field, Expression value) =>
        IsStatus(field) && value is ConstantExpression { Value: EnforcementStatus status } ? Sendable([status]) : null;

    private static IReadOnlyList<EnforcementStatus>? Many(object items) =>
        items is IEnumerable<EnforcementStatus> statuses ? Sendable([.. statuses.Distinct()]) : null;

    private static List<EnforcementStatus>? Union(
        IReadOnlyList<EnforcementStatus>? left,
        IReadOnlyList<EnforcementStatus>? right
    ) => left is null || right is null ? null : [.. left.Union(right)];

    // The default value stands for "null or not served", which no parameter can say.
    private static EnforcementStatus[]? Sendable(EnforcementStatus[] statuses) =>
        statuses.Contains(default) ? null : statuses;

    private static bool IsStatus(Expression node) =>
        node is MemberExpression { Expression: ParameterExpression } member
        && ProfileSchema.Find(member.Member) is { Facts.Filterable: true };
}
