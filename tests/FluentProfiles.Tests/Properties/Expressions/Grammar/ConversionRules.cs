using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Casts: to and from the nullable form, widening and narrowing, boxing and back, <c>is</c> and <c>as</c>.</summary>
internal static class ConversionRules
{
    private static readonly (Type From, Type To)[] Casts =
    [
        (typeof(int), typeof(long)),
        (typeof(int), typeof(double)),
        (typeof(int), typeof(decimal)),
        (typeof(long), typeof(int)),
        (typeof(char), typeof(int)),
        (typeof(DayOfWeek), typeof(int)),
        (typeof(int), typeof(DayOfWeek)),
        (typeof(DateTime), typeof(DateTimeOffset)),
    ];

    private static readonly Type[] Boxed =
    [
        typeof(string),
        typeof(int),
        typeof(bool),
        typeof(DateTimeOffset),
        typeof(DateTimeOffset?),
        typeof(CyberProgram),
        .. Universe.Enums,
    ];

    public static IEnumerable<Production> For(Type type)
    {
        var bare = Universe.Bare(type);
        if (bare != type)
        {
            yield return new(6, draw => Expression.Convert(draw.Of(bare), type));
            yield return new(1, draw => Expression.TypeAs(draw.Of<object>(), type));
        }
        else if (type.IsValueType && Universe.Knows(type) && type != typeof(KeyValuePair<string, string>))
        {
            yield return new(3, draw => Expression.Property(draw.Of(Universe.Nullable(type)), "Value"));
            yield return new(1, draw => Expression.Convert(draw.Of(Universe.Nullable(type)), type));
            yield return new(1, draw => Expression.Convert(Expression.Convert(draw.Of(type), typeof(object)), type));
        }
        foreach (var (from, _) in Casts.Where(cast => cast.To == bare))
            yield return new(
                1,
                draw => Expression.Convert(draw.Of(bare == type ? from : Universe.Nullable(from)), type)
            );
        if (type == typeof(object))
            yield return new(9, draw => Expression.Convert(draw.Of(draw.One(Boxed)), type));
        if (type == typeof(string))
            yield return new(2, draw => Expression.TypeAs(draw.Of<object>(), type));
        if (type == typeof(bool))
            yield return new(2, draw => Expression.TypeIs(draw.Of<object>(), draw.One(Boxed)));
    }
}
