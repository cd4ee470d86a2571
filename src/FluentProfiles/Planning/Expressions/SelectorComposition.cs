using System.Linq.Expressions;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Rewrites what follows a <c>Select</c> so that it speaks of the profile, where the selector only names members
/// (as query syntax's <c>let</c> does). Such operators can then be planned as if they stood before it.</summary>
internal static class SelectorComposition
{
    /// <summary>Whether a selector only names members, alone or within a new object.</summary>
    public static bool IsTransparent(LambdaExpression selector) => NamesMembers(selector.Body, selector.Parameters[0]);

    /// <summary>What a lambda over the selector's result says of what the selector reads.</summary>
    public static Expression Compose(LambdaExpression selector, LambdaExpression next) =>
        new ParameterReplacer(next.Parameters[0], selector.Body).Visit(next.Body);

    private static bool NamesMembers(Expression node, ParameterExpression parameter) =>
        node switch
        {
            ParameterExpression => node == parameter,
            MemberExpression { Expression: { } owner } => !TurnsNullIntoDefault(node.Type, owner)
                && NamesMembers(owner, parameter),
            NewExpression { Members: not null } created => created.Arguments.All(value =>
                NamesMembers(value, parameter)
            ),
            MemberInitExpression { NewExpression.Arguments.Count: 0 } created => created.Bindings.All(binding =>
                binding is MemberAssignment assigned && NamesMembers(assigned.Expression, parameter)
            ),
            _ => false,
        };

    /// <summary>Whether a member gives a value of its own where its owner is null: an object keeps that value, while the
    /// null would spread through a composed expression.</summary>
    private static bool TurnsNullIntoDefault(Type member, Expression owner) =>
        Lifting.Lifted(member) != member
        && owner is not ParameterExpression
        && owner.Type != typeof(Programs)
        && owner.Type != typeof(ExternalUserDetails);
}
