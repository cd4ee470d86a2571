using System.Linq.Expressions;
using FluentProfiles.Expressions.NullSafety;
using FluentProfiles.Model.Profiles;

namespace FluentProfiles.Expressions.Forms;

/// <summary>Rewrites an operator after a <c>Select</c> so that it reads the profile, if the selector only names members (as query
/// syntax's <c>let</c> does). The operator can then be planned as if it stood before the Select.</summary>
internal static class SelectorComposition
{
    /// <summary>Returns true when a selector only names members, alone or within a new object. A member whose value is a default if
    /// a null is on the path to it does not count, because the operators after the Select have to see that default.</summary>
    public static bool IsTransparent(LambdaExpression selector) => NamesMembers(selector.Body, selector.Parameters[0]);

    /// <summary>Returns a lambda over the selector's result as an expression of the selector's parameter.</summary>
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
        node is MemberExpression { Expression: { } owner, Member: var member }
        && (
            MayBeNull(owner)
            || (Lifting.TakesNull(node.Type) && !member.IsDefined(typeof(NeverNullAttribute), inherit: false))
        );
}
