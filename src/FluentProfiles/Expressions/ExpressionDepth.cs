using System.Linq.Expressions;

namespace FluentProfiles.Expressions;

/// <summary>Counts how many levels an expression has.</summary>
internal sealed class ExpressionDepth : DeepVisitor
{
    private int depth;
    private int deepest;

    private ExpressionDepth() { }

    public static int Of(Expression node)
    {
        ExpressionDepth counter = new();
        counter.Visit(node);
        return counter.deepest;
    }

    public override Expression? Visit(Expression? node)
    {
        deepest = Math.Max(deepest, ++depth);
        base.Visit(node);
        depth--;
        return node;
    }
}
