using System.Linq.Expressions;

namespace FluentProfiles.Planning.Evaluation;

/// <summary><c>Any</c> and <c>All</c> over the model's lists and maps.</summary>
internal static class QuantifierTranslator
{
    public static Node? Translate(Expression expression, NodeBuilder builder) =>
        expression is MethodCallExpression { Method.Name: nameof(Enumerable.Any) or nameof(Enumerable.All) } call
        && call.Method.DeclaringType == typeof(Enumerable)
            ? Over<IReadOnlyList<EnforcementAction>, EnforcementAction>(call, builder)
                ?? Over<ProfileMap<string>, KeyValuePair<string, string>>(call, builder)
                ?? Over<ProfileMap<TrustGrant>, KeyValuePair<string, TrustGrant>>(call, builder)
                ?? Over<ProfileMap<CyberTier>, KeyValuePair<string, CyberTier>>(call, builder)
                ?? Over<ProfileMap<EfsFeature>, KeyValuePair<string, EfsFeature>>(call, builder)
                ?? OverValues<TrustGrant>(call, builder)
                ?? OverValues<CyberTier>(call, builder)
                ?? OverValues<EfsFeature>(call, builder)
            : null;

    private static Node? Over<TItems, TItem>(MethodCallExpression call, NodeBuilder builder)
        where TItems : class, IEnumerable<TItem> =>
        builder.Build<TItems>(WithoutConversion(call.Arguments[0])) is { } items
            ? Quantified(call, new MapNode<TItems, IEnumerable<TItem>>(items, known => known), builder)
            : null;

    private static Node? OverValues<TValue>(MethodCallExpression call, NodeBuilder builder)
        where TValue : class =>
        call.Arguments[0] is MemberExpression { Member.Name: "Values", Expression: { } owner }
        && builder.Build<ProfileMap<TValue>>(owner) is { } map
            ? Quantified(
                call,
                new MapNode<ProfileMap<TValue>, IEnumerable<TValue>>(map, known => known.Values),
                builder
            )
            : null;

    private static Node? Quantified<TItem>(
        MethodCallExpression call,
        Node<IEnumerable<TItem>> items,
        NodeBuilder builder
    )
    {
        var slot = new SlotNode<TItem>();
        var all = call.Method.Name == nameof(Enumerable.All);
        if (call.Arguments is [_])
            return new QuantifierNode<TItem>(items, slot, new ConstantNode<bool>(true), all);
        if (call.Arguments is not [_, LambdaExpression condition])
            return null;
        builder.Bind(condition.Parameters[0], slot);
        return builder.Build<bool>(condition.Body) is { } holds
            ? new QuantifierNode<TItem>(items, slot, holds, all)
            : null;
    }

    private static Expression WithoutConversion(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } conversion
            ? conversion.Operand
            : expression;
}
