using System.Linq.Expressions;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Finds the parts of an expression whose evaluation has failed.</summary>
internal sealed class FailedParts : ExpressionVisitor
{
    private readonly List<ClosedFailure> parts = [];

    public static IReadOnlyList<ClosedFailure> Of(LambdaExpression? lambda)
    {
        var finder = new FailedParts();
        finder.Visit(lambda);
        return finder.parts;
    }

    protected override Expression VisitExtension(Expression node)
    {
        if (node is ClosedFailure failure)
            parts.Add(failure);
        return base.VisitExtension(node);
    }
}
