using System.Linq.Expressions;

namespace FluentProfiles.Expressions.Forms;

/// <summary>Puts an expression in the place of a parameter, and sees through the object that it creates:
/// <c>new { A = x }.A</c> is <c>x</c>.</summary>
internal sealed class ParameterReplacer(ParameterExpression parameter, Expression replacement) : DeepVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? replacement : node;

    protected override Expression VisitMember(MemberExpression node)
    {
        var owner = Visit(node.Expression);
        return PlainCreation.ValueOf(owner, node.Member) ?? node.Update(owner);
    }
}
