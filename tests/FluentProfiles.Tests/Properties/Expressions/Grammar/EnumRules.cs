using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Extensible enums: from texts, and against null, the empty text and the default in each form that C# has.</summary>
internal static class EnumRules
{
    public static IEnumerable<Production> For(Type type)
    {
        if (Universe.IsExtensibleEnum(type))
            yield return new(3, draw => OfText(draw.Of<string>(), type));
        if (type != typeof(bool))
            yield break;
        yield return new(
            5,
            draw =>
            {
                var (value, nothing) = Compared(draw, draw.One(Universe.Enums));
                return draw.Chance(50) ? Expression.Equal(value, nothing) : Expression.NotEqual(value, nothing);
            }
        );
        yield return new(
            2,
            draw =>
                Expression.Call(
                    typeof(object),
                    nameof(Equals),
                    null,
                    Expression.Convert(draw.Of(draw.One(Universe.Enums)), typeof(object)),
                    draw.Of<object>()
                )
        );
    }

    private static (Expression Value, Expression Nothing) Compared(Draw draw, Type type)
    {
        var value = draw.Of(type);
        var lifted = Universe.Nullable(type);
        return draw.Below(5) switch
        {
            0 => (value, OfText(Expression.Constant(null, typeof(string)), type)),
            1 => (value, OfText(Expression.Constant(""), type)),
            2 => (value, Expression.Default(type)),
            3 => (Expression.Convert(value, typeof(object)), Expression.Constant(null)),
            _ => (Expression.Convert(value, lifted), Expression.Constant(null, lifted)),
        };
    }

    private static UnaryExpression OfText(Expression text, Type type) => Expression.Convert(text, type);
}
