using System.Linq.Expressions;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Expressions.Forms;

/// <summary>Rewrites what follows a <c>Select</c> so that it speaks of the profile, where the selector only names members
/// (as query syntax's <c>let</c> does). Such operators can then be planned as if they stood before it.</summary>
internal static class SelectorComposition
{
    /// <summary>Whether a selector only names members, alone or within a new object, and none for which a default stands in
    /// where the way to it meets a null: what follows has to see that default.</summary>
    public static bool IsTransparent(LambdaExpression selector) => NamesMembers(selector.Body, selector.Parameters[0]);

    /// <summary>What a lambda over the selector's result says of what the selector reads.</summary>
    public static Expression Compose(LambdaExpression selector, LambdaExpression next) =>
        new ParameterReplacer(next.Parameters[0], selector.Body).Visit(next.Body);

    private static bool NamesMembers(Expression node, ParameterExpression parameter) =>
        node switch
        {
            ParameterExpression => node == parameter,
            MemberExpression { Expression: { } owner } => NamesMembers(owner, parameter)
                && (Lifting.TakesNull(node.Type) || Lifting.IsOwnNull(node.Type) || !MayBeNull(owner)),
            _ => PlainCreation.ValuesOf(node)?.All(value => NamesMembers(value, parameter)) == true,
        };

    private static bool MayBeNull(Expression node) =>
        node is MemberExpression { Expression: { } owner }
        && (MayBeNull(owner) || (Lifting.TakesNull(node.Type) && !NeverNull.Contains(node.Type)));

    private static readonly HashSet<Type> NeverNull =
    [
        typeof(ExternalUserDetails),
        typeof(Programs),
        typeof(ProfileMap<string>),
        typeof(ProfileMap<TrustGrant>),
        typeof(IReadOnlyList<EnforcementAction>),
    ];
}
