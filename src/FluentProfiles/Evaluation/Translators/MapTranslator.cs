using System.Linq.Expressions;
using FluentProfiles.Evaluation.Nodes;

namespace FluentProfiles.Evaluation.Translators;

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
            MethodCallExpression { Method.Name: "get_Item" or "GetValueOrDefault" or "ContainsKey" } call =>
                Call<TValue>(call, builder),
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
            (call.Object ?? ExtensionReceiver(call)) is not { } receiver
            || builder.Build<ProfileMap<TValue>>(receiver) is not { } map
            || call.Arguments.Count != (call.Object is null ? 2 : 1)
            || builder.Build<string>(call.Arguments[^1]) is not { } key
        )
            return null;
        return call.Method.Name switch
        {
            "ContainsKey" => new CallNode<ProfileMap<TValue>, string, bool>(
                map,
                key,
                (known, name) => known.ContainsKey(name!)
            ),
            // The interface's indexer throws for a missing key.
            "get_Item" when call.Method.DeclaringType != typeof(ProfileMap<TValue>) => null,
            _ => new CallNode<ProfileMap<TValue>, string, TValue>(map, key, (known, name) => known[name!]),
        };
    }

    // An application may have extension methods of the same names.
    private static Expression? ExtensionReceiver(MethodCallExpression call) =>
        call.Method.DeclaringType == typeof(CollectionExtensions) ? call.Arguments[0] : null;

    private static Node? CountOfActions(Expression expression, NodeBuilder builder) =>
        expression is MemberExpression { Member.Name: "Count", Expression: { } owner }
        && builder.Build<IReadOnlyList<EnforcementAction>>(owner) is { } list
            ? new MapNode<IReadOnlyList<EnforcementAction>, int>(list, known => known.Count)
            : null;
}
