using System.Linq.Expressions;

namespace FluentProfiles.Expressions.Fields;

/// <summary>Tells whether what a lambda gives may still refer to its item: the item itself, or code that reads it later. Parts
/// of the item are no matter.</summary>
internal sealed class ItemUse : DeepVisitor
{
    private readonly ParameterExpression item;
    private int depth;
    private bool escapes;

    private ItemUse(ParameterExpression item) => this.item = item;

    public static bool Escapes(LambdaExpression lambda)
    {
        var use = new ItemUse(lambda.Parameters[0]);
        use.Visit(lambda.Body);
        return use.escapes;
    }

    // A member of the item is read at once, unless a lambda within does it.
    protected override Expression VisitMember(MemberExpression node) =>
        node.Expression == item && depth == 0 ? node : base.VisitMember(node);

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        depth++;
        base.VisitLambda(node);
        depth--;
        return node;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        escapes |= node == item;
        return node;
    }
}
