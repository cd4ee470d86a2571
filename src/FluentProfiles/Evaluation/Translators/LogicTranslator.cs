using System.Linq.Expressions;
using FluentProfiles.Evaluation.Kinds;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Evaluation.Nodes.Conditions;

namespace FluentProfiles.Evaluation.Translators;

/// <summary><c>&amp;&amp;</c>, <c>||</c>, <c>!</c>, <c>? :</c> and <c>??</c>.</summary>
internal static class LogicTranslator
{
    public static Node? Translate(Expression expression, NodeBuilder builder) =>
        expression switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso, Method: null } both => Pair(
                both,
                builder,
                (left, right) => new BothNode(left, right)
            ),
            BinaryExpression { NodeType: ExpressionType.OrElse, Method: null } either => Pair(
                either,
                builder,
                (left, right) => new EitherNode(left, right)
            ),
            UnaryExpression { NodeType: ExpressionType.Not, Method: null } not when not.Type == typeof(bool) =>
                builder.Condition(not.Operand) is { } condition ? new NotNode(condition) : null,
            ConditionalExpression choice => Choice(choice, builder),
            BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } fallback => Fallback(
                fallback,
                builder
            ),
            _ => null,
        };

    private static Node? Pair(BinaryExpression pair, NodeBuilder builder, Func<Node<bool>, Node<bool>, Node> join) =>
        pair.Type == typeof(bool)
        && builder.Condition(pair.Left) is { } left
        && builder.Condition(pair.Right) is { } right
            ? join(left, right)
            : null;

    private static Node? Choice(ConditionalExpression choice, NodeBuilder builder) =>
        ValueKinds.Of(choice.Type) is { } kind
        && builder.Condition(choice.Test) is { } test
        && builder.Build(choice.IfTrue) is { } yes
        && builder.Build(choice.IfFalse) is { } no
            ? kind.Choice(test, yes, no)
            : null;

    private static Node? Fallback(BinaryExpression fallback, NodeBuilder builder) =>
        ValueKinds.Of(fallback.Type) is { } kind
        && builder.Build(fallback.Left) is { } first
        && builder.Build(fallback.Right) is { } second
            ? kind.Fallback(first, second)
            : null;
}
