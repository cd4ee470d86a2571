using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>Smaller forms of a lambda: one part of it is replaced by a part of that part, or by a literal.</summary>
internal static class Reductions
{
    public static IEnumerable<LambdaExpression> Of(LambdaExpression lambda)
    {
        foreach (var part in Parts.Of(lambda.Body))
        {
            foreach (var other in Replacements(part))
            {
                if (Replaced(lambda, part, other) is { } smaller)
                    yield return smaller;
            }
        }
    }

    private static IEnumerable<Expression> Replacements(Expression part)
    {
        if (part is ConstantExpression or ParameterExpression or LambdaExpression || part.Type.IsByRefLike)
            yield break;
        foreach (var inner in Parts.Of(part).Skip(1).Where(inner => inner.Type == part.Type))
            yield return inner;
        if (part is DefaultExpression)
            yield break;
        if (part.Type == typeof(bool))
            yield return Expression.Constant(true);
        if (part.Type == typeof(string))
            yield return Expression.Constant("a");
        yield return Expression.Default(part.Type);
    }

    private static LambdaExpression? Replaced(LambdaExpression lambda, Expression part, Expression other)
    {
        try
        {
            var body = new Replacement(part, other).Visit(lambda.Body)!;
            return Parts.AreBound(body, lambda.Parameters)
                ? Expression.Lambda(lambda.Type, body, lambda.Parameters)
                : null;
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            // The part stands where only such an expression can.
            return null;
        }
    }

    private sealed class Replacement(Expression part, Expression other) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == part ? other : base.Visit(node);
    }
}
