using System.Linq.Expressions;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Tells whether an expression has a value of its own: no parameter, no lambda and no span, which can't be
/// held.</summary>
internal sealed class OpenParts : ExpressionVisitor
{
    private bool found;

    public bool AreNoneIn(Expression node)
    {
        found = false;
        Visit(node);
        return !found;
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is ParameterExpression or LambdaExpression || node?.Type.IsByRefLike == true)
            found = true;
        return found ? node : base.Visit(node);
    }
}
