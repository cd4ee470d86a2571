using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Model;

namespace FluentProfiles.Planning.Evaluation;

/// <summary>Fields of the model, and the members of a <see cref="Nullable{T}"/>.</summary>
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
            : null;
    }

    private static Node? OfNullable(MemberExpression member, Expression owner, Node node) =>
        member.Member.Name switch
        {
            nameof(Nullable<int>.Value) => node,
            nameof(Nullable<int>.HasValue) => ValueKinds.Of(owner.Type)?.IsNull(node, negated: true),
            _ => null,
        };
}
