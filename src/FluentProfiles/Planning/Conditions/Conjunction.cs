using System.Linq.Expressions;

namespace FluentProfiles.Planning.Conditions;

/// <summary>A predicate as the conditions that all must hold.</summary>
internal static class Conjunction
{
    /// <summary>Adds the conditions of a predicate to a list, from left to right.</summary>
    public static void Split(Expression predicate, List<Expression> conditions)
    {
        if (predicate is BinaryExpression { NodeType: ExpressionType.AndAlso } both)
        {
            Split(both.Left, conditions);
            Split(both.Right, conditions);
        }
        else
            conditions.Add(predicate);
    }

    public static Expression Join(List<Expression> conditions) =>
        conditions is [var only] ? only : conditions.Aggregate(Expression.AndAlso);
}
