using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Arithmetic of numbers, times and texts, plain and lifted.</summary>
internal static class OperatorRules
{
    private static readonly ExpressionType[] OfNumbers =
    [
        ExpressionType.Add,
        ExpressionType.Subtract,
        ExpressionType.Multiply,
        ExpressionType.Divide,
        ExpressionType.Modulo,
    ];

    private static readonly ExpressionType[] OfIntegers =
    [
        .. OfNumbers,
        ExpressionType.And,
        ExpressionType.Or,
        ExpressionType.ExclusiveOr,
        ExpressionType.AddChecked,
        ExpressionType.MultiplyChecked,
    ];

    private static readonly (Type Left, ExpressionType Operator, Type Right, Type Result)[] OfTimes =
    [
        (typeof(DateTimeOffset), ExpressionType.Add, typeof(TimeSpan), typeof(DateTimeOffset)),
        (typeof(DateTimeOffset), ExpressionType.Subtract, typeof(TimeSpan), typeof(DateTimeOffset)),
        (typeof(DateTimeOffset), ExpressionType.Subtract, typeof(DateTimeOffset), typeof(TimeSpan)),
        (typeof(DateTime), ExpressionType.Subtract, typeof(TimeSpan), typeof(DateTime)),
        (typeof(DateTime), ExpressionType.Subtract, typeof(DateTime), typeof(TimeSpan)),
        (typeof(TimeSpan), ExpressionType.Add, typeof(TimeSpan), typeof(TimeSpan)),
        (typeof(TimeSpan), ExpressionType.Multiply, typeof(double), typeof(TimeSpan)),
        (typeof(TimeSpan), ExpressionType.Divide, typeof(TimeSpan), typeof(double)),
    ];

    public static IEnumerable<Production> For(Type type)
    {
        var bare = Universe.Bare(type);
        if (bare == typeof(int) || bare == typeof(long))
        {
            yield return new(5, draw => Binary(draw, draw.One(OfIntegers), type, type));
            yield return new(1, draw => Expression.MakeUnary(draw.One(Signs), draw.Of(type), type));
            yield return new(
                1,
                draw => Expression.LeftShift(draw.Of(type), type == bare ? draw.Of<int>() : draw.Of<int?>())
            );
        }
        if (bare == typeof(double) || bare == typeof(decimal))
            yield return new(5, draw => Binary(draw, draw.One(OfNumbers), type, type));
        if (bare == typeof(TimeSpan))
            yield return new(1, draw => Expression.Negate(draw.Of(type)));
        foreach (var (left, what, right, result) in OfTimes.Where(times => times.Result == bare))
            yield return type == bare
                ? new(3, draw => Binary(draw, what, left, right))
                : new(3, draw => Binary(draw, what, Universe.Nullable(left), Universe.Nullable(right)));
        if (type == typeof(string))
        {
            yield return new(4, draw => Joined(draw.Of<string>(), draw.Of<string>(), typeof(string)));
            yield return new(2, draw => Joined(draw.Of<object>(), draw.Of<object>(), typeof(object)));
        }
    }

    private static readonly ExpressionType[] Signs =
    [
        ExpressionType.Negate,
        ExpressionType.NegateChecked,
        ExpressionType.OnesComplement,
    ];

    private static BinaryExpression Binary(Draw draw, ExpressionType what, Type left, Type right) =>
        Expression.MakeBinary(what, draw.Of(left), draw.Of(right));

    private static BinaryExpression Joined(Expression left, Expression right, Type type) =>
        Expression.Add(left, right, typeof(string).GetMethod("Concat", [type, type]));
}
