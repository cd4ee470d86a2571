using System.Linq.Expressions;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Puts an expression in the place of a parameter, and sees through the object that it creates:
/// <c>new { A = x }.A</c> is <c>x</c>.</summary>
internal sealed class ParameterReplacer(ParameterExpression parameter, Expression replacement) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? replacement : node;

    protected override Expression VisitMember(MemberExpression node)
    {
        var owner = Visit(node.Expression);
        return owner switch
        {
            NewExpression { Members: { } members } created when members.IndexOf(node.Member) is >= 0 and var position =>
                created.Arguments[position],
            MemberInitExpression created
                when created.Bindings.FirstOrDefault(binding => binding.Member.Name == node.Member.Name)
                    is MemberAssignment assigned => assigned.Expression,
            _ => node.Update(owner),
        };
    }
}
