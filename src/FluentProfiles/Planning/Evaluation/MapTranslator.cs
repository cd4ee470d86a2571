using System.Linq.Expressions;

namespace FluentProfiles.Planning.Evaluation;

/// <summary>What can be asked of a map or list of the model: the indexer, <c>ContainsKey</c>, <c>GetValueOrDefault</c>,
/// <c>Count</c>.</summary>
internal static class MapTranslator
{
    public static Node? Translate(Expression expression, NodeBuilder builder) =>
        Of<string>(expression, builder)
        ?? Of<TrustGrant>(expression, builder)
        ?? Of<CyberTier>(expression, builder)
        ?? Of<EfsFeature>(expression, builder)
        ?? CountOfActions(expression, builder);

    private static Node? Of<TValue>(Expression expression, NodeBuilder builder)
        where TValue : class =>
        expression switch
        {
            MethodCallExpression call when ReceiverOf(call)?.Type == typeof(ProfileMap<TValue>) => Call<TValue>(
                call,
                builder
            ),
            MemberExpression { Member.Name: "Count", Expression: { } owner }
                when builder.Build<ProfileMap<TValue>>(owner) is { } map => new MapNode<ProfileMap<TValue>, int>(
                map,
                known => known.Count
            ),
            _ => null,
        };

    private static Node? Call<TValue>(MethodCallExpression call, NodeBuilder builder)
        where TValue : class
    {
        if (
            builder.Build<ProfileMap<TValue>>(ReceiverOf(call)!) is not { } map
            || call.Arguments.Count != (call.Object is null ? 2 : 1)
            || builder.Build<string>(call.Arguments[^1]) is not { } key
        )
            return null;
        return call.Method.Name switch
        {
            "get_Item" or "GetValueOrDefault" => new CallNode<ProfileMap<TValue>, string, TValue>(
                map,
                key,
                (known, name) => known[name!]
            ),
            "ContainsKey" => new CallNode<ProfileMap<TValue>, string, bool>(
                map,
                key,
                (known, name) => known.ContainsKey(name!)
            ),
            _ => null,
        };
    }

    // An extension method of the interface is called with the map converted to it.
    private static Expression? ReceiverOf(MethodCallExpression call)
    {
        var receiver = call.Object ?? call.Arguments.FirstOrDefault();
        return receiver is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } conversion
            ? conversion.Operand
            : receiver;
    }

    private static Node? CountOfActions(Expression expression, NodeBuilder builder) =>
        expression is MemberExpression { Member.Name: "Count", Expression: { } owner }
        && builder.Build<IReadOnlyList<EnforcementAction>>(owner) is { } list
            ? new MapNode<IReadOnlyList<EnforcementAction>, int>(list, known => known.Count)
            : null;
}
