using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Comparisons, plain and lifted, and those with null.</summary>
internal static class ComparisonRules
{
    private static readonly ExpressionType[] Equalities = [ExpressionType.Equal, ExpressionType.NotEqual];

    private static readonly ExpressionType[] Orders =
    [
        ExpressionType.LessThan,
        ExpressionType.LessThanOrEqual,
        ExpressionType.GreaterThan,
        ExpressionType.GreaterThanOrEqual,
    ];

    private static readonly Type[] Ordered =
    [
        .. Universe.Plain.Where(type => type != typeof(string) && type != typeof(bool) && type != typeof(DayOfWeek)),
    ];

    private static readonly Type[] Comparable = [.. Ordered, typeof(DayOfWeek), .. Universe.Enums];

    private static readonly Type[] Classes =
    [
        typeof(string),
        typeof(object),
        typeof(string[]),
        .. Universe.Parts.Where(type => type.IsClass),
    ];

    private static readonly Type[] Values = [.. Universe.Plain.Where(type => type.IsValueType), .. Universe.Enums];

    public static IEnumerable<Production> For(Type type)
    {
        if (type == typeof(bool?))
        {
            yield return new(3, draw => LiftedToNull(draw, draw.One(Orders), draw.One(Ordered)));
            yield return new(3, draw => LiftedToNull(draw, draw.One(Equalities), draw.One(Comparable)));
        }
        if (type != typeof(bool))
            yield break;
        yield return new(3, draw => Expression.Convert(LiftedToNull(draw, draw.One(Orders), draw.One(Ordered)), type));
        yield return new(
            3,
            draw => Expression.Convert(LiftedToNull(draw, draw.One(Equalities), draw.One(Comparable)), type)
        );
        yield return new(10, draw => Binary(draw, draw.One(Orders), draw.One(Ordered)));
        yield return new(5, draw => Binary(draw, draw.One(Equalities), draw.One(Universe.Plain)));
        yield return new(5, draw => Binary(draw, draw.One(Equalities), draw.One(Universe.Enums)));
        yield return new(6, draw => WithNull(draw, draw.One(Classes)));
        yield return new(5, draw => WithNull(draw, Universe.Nullable(draw.One(Values))));
    }

    private static BinaryExpression Binary(Draw draw, ExpressionType what, Type type)
    {
        if (!type.IsValueType || draw.Chance(60))
            return Expression.MakeBinary(what, draw.Of(type), draw.Of(type));
        return Lifted(draw, what, type, toNull: false);
    }

    // As Visual Basic lifts them: the result may be null, too.
    private static BinaryExpression LiftedToNull(Draw draw, ExpressionType what, Type type) =>
        Lifted(draw, what, type, toNull: true);

    // As C# lifts them: one side, or both, may be null.
    private static BinaryExpression Lifted(Draw draw, ExpressionType what, Type type, bool toNull)
    {
        var lifted = Universe.Nullable(type);
        var left = draw.Chance(50) ? draw.Of(lifted) : Expression.Convert(draw.Of(type), lifted);
        var right = draw.Chance(50) ? draw.Of(lifted) : Expression.Convert(draw.Of(type), lifted);
        return Expression.MakeBinary(what, left, right, toNull, null);
    }

    private static BinaryExpression WithNull(Draw draw, Type type)
    {
        var nothing = Expression.Constant(null, type);
        var value =
            Universe.IsNullable(type) && draw.Chance(50)
                ? Expression.Convert(draw.Of(Universe.Bare(type)), type)
                : draw.Of(type);
        return draw.Chance(85)
            ? Expression.MakeBinary(draw.One(Equalities), value, nothing)
            : Expression.MakeBinary(draw.One(Equalities), nothing, value);
    }
}
