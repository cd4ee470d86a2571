using System.Linq.Expressions;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Evaluation.Nodes.Conditions;

namespace FluentProfiles.Evaluation.Translators;

/// <summary><c>Any</c> and <c>All</c> over the model's lists and maps, and over a map's keys or values.</summary>
internal static class QuantifierTranslator
{
    public static Node? Translate(Expression expression, NodeBuilder builder) =>
        expression is MethodCallExpression { Method.Name: nameof(Enumerable.Any) or nameof(Enumerable.All) } call
        && call.Method.DeclaringType == typeof(Enumerable)
            ? OverActions(call, builder)
                ?? OverMap<string>(call, builder)
                ?? OverMap<TrustGrant>(call, builder)
                ?? OverMap<CyberTier>(call, builder)
                ?? OverMap<EfsFeature>(call, builder)
            : null;

    private static Node? OverActions(MethodCallExpression call, NodeBuilder builder) =>
        builder.Build<IReadOnlyList<EnforcementAction>>(call.Arguments[0]) is { } actions
            ? Quantified(call, builder, actions, list => list.Count, (list, position) => list[position])
            : null;

    private static Node? OverMap<TValue>(MethodCallExpression call, NodeBuilder builder)
        where TValue : class
    {
        var items = WithoutConversion(builder.Written(call.Arguments[0]));
        if (builder.Build<ProfileMap<TValue>>(items) is { } pairs)
            return Quantified(call, builder, pairs, map => map.Count, (map, position) => map.At(position));
        if (
            items is not MemberExpression { Expression: { } owner } part
            || builder.Build<ProfileMap<TValue>>(owner) is not { } known
        )
            return null;
        return part.Member.Name switch
        {
            "Keys" => Quantified(call, builder, known, map => map.Count, (map, position) => map.At(position).Key),
            "Values" => Quantified(call, builder, known, map => map.Count, (map, position) => map.At(position).Value),
            _ => null,
        };
    }

    private static Node? Quantified<TItems, TItem>(
        MethodCallExpression call,
        NodeBuilder builder,
        Node<TItems> items,
        Func<TItems, int> count,
        Func<TItems, int, TItem> itemAt
    )
    {
        var slot = new SlotNode<TItem>();
        var all = call.Method.Name == nameof(Enumerable.All);
        if (call.Arguments is [_])
            return new QuantifierNode<TItems, TItem>(items, count, itemAt, slot, new ConstantNode<bool>(true), all);
        if (call.Arguments is not [_, LambdaExpression condition])
            return null;
        builder.Bind(condition.Parameters[0], slot);
        return builder.Condition(condition.Body) is { } holds
            ? new QuantifierNode<TItems, TItem>(items, count, itemAt, slot, holds, all)
            : null;
    }

    private static Expression WithoutConversion(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } conversion
            ? conversion.Operand
            : expression;
}
