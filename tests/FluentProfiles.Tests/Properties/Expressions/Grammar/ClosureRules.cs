using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Values from outside of the lambda: literals, and captured ones through fields, properties, methods, indexers,
/// delegates and missing objects.</summary>
internal static class ClosureRules
{
    public static IEnumerable<Production> For(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Func<,>))
            yield break;
        yield return new(6, draw => Closed(draw, type), IsLeaf: true);
        if (type == typeof(DateTimeOffset) || type == typeof(DateTime))
            yield return new(2, _ => Expression.Property(null, type, nameof(DateTime.UtcNow)), IsLeaf: true);
    }

    public static Expression Closed(Draw draw, Type type)
    {
        var value = Pool.One(draw, type);
        if (draw.Chance(30) && IsLiteral(Universe.Bare(type)))
            return Expression.Constant(value, type);
        var box = Expression.Constant(Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), value));
        return draw.Below(26) switch
        {
            < 8 => Expression.Field(box, "Field"),
            < 10 => Expression.Property(box, "Property"),
            < 12 => Expression.Call(box, "Method", null),
            < 14 => Expression.Field(Expression.Property(box, "Inner"), "Field"),
            < 16 => Expression.ArrayIndex(
                Expression.Property(box, "Items"),
                Expression.Constant(draw.Chance(90) ? 0 : 1)
            ),
            < 18 => Expression.Invoke(Expression.Property(box, "Function")),
            < 20 => Expression.Call(
                Expression.Property(box, "ByKey"),
                "get_Item",
                null,
                Expression.Constant(draw.Chance(90) ? "k" : "other")
            ),
            20 => Expression.Property(Expression.Property(box, "Missing"), "Property"),
            21 => Expression.ArrayIndex(Expression.Property(box, "NoItems"), Expression.Constant(0)),
            22 => Expression.Invoke(Expression.Property(box, "NoFunction")),
            23 when draw.Chance(40) => Expression.Call(box, "Fails", null),
            24 => Expression.Default(type),
            _ => Expression.Call(box, "Indexed", null, Expression.Constant("k")),
        };
    }

    private static bool IsLiteral(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal);
}
