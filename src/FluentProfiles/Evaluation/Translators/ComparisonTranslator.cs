using System.Linq.Expressions;
using FluentProfiles.Evaluation.Kinds;
using FluentProfiles.Evaluation.Nodes;

namespace FluentProfiles.Evaluation.Translators;

/// <summary><c>==</c>, <c>!=</c>, <c>&lt;</c> and its like, and <c>Equals</c>.</summary>
internal static class ComparisonTranslator
{
    public static Node? Translate(Expression expression, NodeBuilder builder) =>
        expression switch
        {
            // As Visual Basic writes them: null where a side is.
            BinaryExpression { IsLiftedToNull: true } => null,
            BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } equality => Equality(
                equality.Left,
                equality.Right,
                equality.NodeType == ExpressionType.NotEqual,
                builder
            ),
            BinaryExpression
            {
                NodeType: ExpressionType.LessThan
                    or ExpressionType.LessThanOrEqual
                    or ExpressionType.GreaterThan
                    or ExpressionType.GreaterThanOrEqual
            } order => Order(order, builder),
            MethodCallExpression { Method.Name: nameof(Equals), Object: { } left, Arguments: [var right] } =>
                EqualsCall(left, right, builder),
            MethodCallExpression { Method.Name: nameof(Equals), Object: null, Arguments: [var left, var right] } call
                when call.Method.DeclaringType == typeof(string) => Equality(left, right, false, builder),
            _ => null,
        };

    private static Node? Equality(Expression left, Expression right, bool negated, NodeBuilder builder)
    {
        if (IsNull(right))
            return NullTest(left, negated, builder);
        if (IsNull(left))
            return NullTest(right, negated, builder);
        return KindOf(left, right) is { } kind && builder.Build(left) is { } one && builder.Build(right) is { } other
            ? kind.Equal(one, other, negated)
            : null;
    }

    // The null may be of another type: that of a class without an == of its own is an object's.
    private static Node? NullTest(Expression tested, bool negated, NodeBuilder builder) =>
        ValueKinds.Of(tested.Type) is { } kind && builder.Build(tested) is { } node ? kind.IsNull(node, negated) : null;

    // Unlike == it has no answer for a null receiver.
    private static Node? EqualsCall(Expression left, Expression right, NodeBuilder builder) =>
        Nullable.GetUnderlyingType(left.Type) is null
        // Equals finds NaN equal to itself, == does not.
        && left.Type != typeof(double)
        && KindOf(left, right) is { } kind
        && builder.Build(left) is { } one
        && builder.Build(right) is { } other
            ? kind.EqualTo(one, other)
            : null;

    private static Node? Order(BinaryExpression order, NodeBuilder builder) =>
        KindOf(order.Left, order.Right) is { } kind
        && builder.Build(order.Left) is { } left
        && builder.Build(order.Right) is { } right
            ? kind.Compare(left, right, order.NodeType)
            : null;

    private static ValueKind? KindOf(Expression left, Expression right) =>
        ValueKinds.Of(left.Type) is { } kind && kind == ValueKinds.Of(right.Type) ? kind : null;

    private static bool IsNull(Expression expression) => expression is ConstantExpression { Value: null };
}
