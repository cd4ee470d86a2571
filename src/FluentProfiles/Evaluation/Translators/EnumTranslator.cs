using System.Linq.Expressions;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Evaluation.Translators;

/// <summary>Translates the members of an extensible enum: <c>IsKnown</c>, <c>ToString()</c> and, where it has one,
/// <c>Effective</c>.</summary>
internal static class EnumTranslator
{
    public static Node? Translate(Expression expression, NodeBuilder builder) =>
        expression switch
        {
            MemberExpression { Expression: { } owner } member => Of(member.Member.Name, owner, builder),
            // The nullable form has a ToString of its own, which is called for null, too.
            MethodCallExpression { Method.Name: nameof(ToString), Object: { } owner, Arguments: [] }
                when Nullable.GetUnderlyingType(owner.Type) is null => Of(nameof(ToString), owner, builder),
            _ => null,
        };

    private static Node? Of(string member, Expression owner, NodeBuilder builder) =>
        ExtensibleEnums.Find(owner.Type) is { } type && builder.Build(owner) is { } node
            ? type.Accept(new MemberNodeBuilder(node, member))
            : null;

    private sealed class MemberNodeBuilder(Node node, string member) : IExtensibleEnumVisitor<Node?>
    {
        public Node? Visit<T>(ExtensibleEnum<T> type)
            where T : struct, IEquatable<T> =>
            node is not Node<T> value
                ? null
                : member switch
                {
                    nameof(EnforcementStatus.IsKnown) => new MapNode<T, bool>(value, type.IsKnown),
                    nameof(EnforcementStatus.Effective) when type.Effective is { } effective => new MapNode<T, T>(
                        value,
                        effective
                    ),
                    nameof(ToString) => new MapNode<T, string>(value, it => it.ToString()!),
                    _ => null,
                };
    }
}
