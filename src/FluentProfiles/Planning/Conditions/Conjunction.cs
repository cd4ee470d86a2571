using System.Linq.Expressions;

namespace FluentProfiles.Planning.Conditions;

/// <summary>A predicate as the conditions that all must hold.</summary>
internal static class Conjunction
{
    public static IEnumerable<Expression> Split(Expression predicate) =>
        predicate is BinaryExpression { NodeType: ExpressionType.AndAlso } both
            ? Split(both.Left).Concat(Split(both.Right))
            : [predicate];

    public static Expression Join(IEnumerable<Expression> conditions) => conditions.Aggregate(Expression.AndAlso);
}
