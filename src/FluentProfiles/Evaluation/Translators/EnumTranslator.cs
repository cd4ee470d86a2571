using System.Linq.Expressions;
using FluentProfiles.Evaluation.Nodes;

namespace FluentProfiles.Evaluation.Translators;

/// <summary>What can be asked of an extensible enum: <c>IsKnown</c> and <c>ToString()</c> of each, <c>Effective</c> of the
/// status.</summary>
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
        builder.Build(owner) switch
        {
            Node<EnforcementStatus> status => Asked(status, member, it => it.IsKnown, it => it.Effective),
            Node<EnforcementActionType> type => Asked(type, member, it => it.IsKnown, it => it.Effective),
            Node<EnforcementReason> reason => Asked(reason, member, it => it.IsKnown, it => it.Effective),
            Node<RequiredAction> action => Asked(action, member, it => it.IsKnown, it => it.Effective),
            Node<AccessType> type => Asked(type, member, it => it.IsKnown, null),
            Node<AccountStatus> status => Asked(status, member, it => it.IsKnown, null),
            Node<EntityType> type => Asked(type, member, it => it.IsKnown, null),
            Node<ProgramStatus> status => Asked(status, member, it => it.IsKnown, null),
            Node<Relationship> relationship => Asked(relationship, member, it => it.IsKnown, null),
            Node<TierStatus> status => Asked(status, member, it => it.IsKnown, null),
            Node<FeatureStatus> status => Asked(status, member, it => it.IsKnown, null),
            Node<TrustGrantStatus> status => Asked(status, member, it => it.IsKnown, null),
            _ => null,
        };

    private static Node? Asked<T>(Node<T> node, string member, Func<T, bool> isKnown, Func<T, T>? effective)
        where T : struct =>
        member switch
        {
            "IsKnown" => new MapNode<T, bool>(node, isKnown),
            "Effective" when effective is not null => new MapNode<T, T>(node, effective),
            nameof(ToString) => new MapNode<T, string>(node, value => value.ToString()),
            _ => null,
        };
}
