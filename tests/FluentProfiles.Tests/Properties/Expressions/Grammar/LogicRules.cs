using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Connectives, conditionals and coalescing.</summary>
internal static class LogicRules
{
    public static IEnumerable<Production> For(Type type)
    {
        if (type == typeof(bool))
        {
            yield return new(9, draw => Expression.AndAlso(draw.Of<bool>(), draw.Of<bool>()));
            yield return new(9, draw => Expression.OrElse(draw.Of<bool>(), draw.Of<bool>()));
            yield return new(2, draw => Expression.Equal(draw.Of<bool>(), Expression.Constant(draw.Chance(50))));
            yield return new(
                2,
                draw => Expression.Equal(draw.Of<bool?>(), Expression.Constant(draw.Chance(50), typeof(bool?)))
            );
        }
        if (Universe.Bare(type) == typeof(bool))
        {
            yield return new(6, draw => Expression.Not(draw.Of(type)));
            yield return new(2, draw => Expression.And(draw.Of(type), draw.Of(type)));
            yield return new(2, draw => Expression.Or(draw.Of(type), draw.Of(type)));
            yield return new(1, draw => Expression.ExclusiveOr(draw.Of(type), draw.Of(type)));
        }
        if (Universe.Knows(type) && type != typeof(UserProfile))
            yield return new(3, draw => Expression.Condition(draw.Of<bool>(), draw.Of(type), draw.Of(type)));
        if (!type.IsValueType || Universe.IsNullable(type))
            yield return new(3, draw => Expression.Coalesce(draw.Of(type), draw.Of(type)));
        else if (type != typeof(KeyValuePair<string, string>))
            yield return new(4, draw => Expression.Coalesce(draw.Of(Universe.Nullable(type)), draw.Of(type)));
        // One side that is widened.
        if (type == typeof(long))
            yield return new(
                2,
                draw => Expression.Coalesce(draw.Of<int?>(), draw.Of<long>(), Widening<int, long>(n => n))
            );
        if (type == typeof(double))
            yield return new(
                2,
                draw => Expression.Coalesce(draw.Of<int?>(), draw.Of<double>(), Widening<int, double>(n => n))
            );
    }

    private static LambdaExpression Widening<TFrom, TTo>(Expression<Func<TFrom, TTo>> conversion) => conversion;
}
