using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>Lists the parts of an expression, itself first.</summary>
internal sealed class Parts : ExpressionVisitor
{
    private readonly List<Expression> found = [];
    private readonly List<ParameterExpression> bound = [];
    private bool isBound = true;

    public static IReadOnlyList<Expression> Of(Expression node)
    {
        Parts parts = new();
        parts.Visit(node);
        return parts.found;
    }

    /// <summary>True when an expression uses no parameters but these and those of lambdas within it.</summary>
    public static bool AreBound(Expression node, IEnumerable<ParameterExpression> parameters)
    {
        Parts parts = new();
        parts.bound.AddRange(parameters);
        parts.Visit(node);
        return parts.isBound;
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is not null)
            found.Add(node);
        isBound &= node is not ParameterExpression item || bound.Contains(item);
        return base.Visit(node);
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        bound.AddRange(node.Parameters);
        Visit(node.Body);
        bound.RemoveRange(bound.Count - node.Parameters.Count, node.Parameters.Count);
        return node;
    }
}
