using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Evaluation.Kinds;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Evaluation.Translators;

/// <summary>Fields of the model, the members of a <see cref="Nullable{T}"/>, and those of a map's pairs.</summary>
internal static class MemberTranslator
{
    public static Node? Translate(Expression expression, NodeBuilder builder)
    {
        if (expression is not MemberExpression { Expression: { } owner } member || builder.Build(owner) is not { } node)
            return null;
        if (Nullable.GetUnderlyingType(owner.Type) is not null)
            return OfNullable(member, owner, node);
        return
            member.Member is PropertyInfo { GetMethod: { } getter }
            && ProfileSchema.Find(member.Member) is not null
            && ValueKinds.Of(member.Type) is { } kind
            ? ValueKinds.Of(owner.Type)?.Property(node, getter, kind)
            : OfPair(member, node);
    }

    private static Node? OfPair(MemberExpression member, Node pair) =>
        pair switch
        {
            Node<KeyValuePair<string, string>> texts => Part(member, texts),
            Node<KeyValuePair<string, TrustGrant>> grants => Part(member, grants),
            Node<KeyValuePair<string, CyberTier>> tiers => Part(member, tiers),
            Node<KeyValuePair<string, EfsFeature>> features => Part(member, features),
            _ => null,
        };

    private static Node? Part<T>(MemberExpression member, Node<KeyValuePair<string, T>> pair) =>
        member.Member.Name switch
        {
            nameof(KeyValuePair<string, T>.Key) => new MapNode<KeyValuePair<string, T>, string>(pair, it => it.Key),
            nameof(KeyValuePair<string, T>.Value) => new MapNode<KeyValuePair<string, T>, T>(pair, it => it.Value),
            _ => null,
        };

    private static Node? OfNullable(MemberExpression member, Expression owner, Node node) =>
        member.Member.Name switch
        {
            nameof(Nullable<int>.Value) => node,
            nameof(Nullable<int>.HasValue) => ValueKinds.Of(owner.Type)?.IsNull(node, negated: true),
            _ => null,
        };
}
