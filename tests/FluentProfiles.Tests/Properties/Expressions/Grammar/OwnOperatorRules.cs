using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Operators and conversions of an application's types: among values of one type, and with texts, times and flags. Some
/// are lifted, and others are called for null.</summary>
internal static class OwnOperatorRules
{
    private static readonly ExpressionType[] Equalities = [ExpressionType.Equal, ExpressionType.NotEqual];
    private static readonly ExpressionType[] Sums = [ExpressionType.And, ExpressionType.Or];

    private static readonly ExpressionType[] Orders =
    [
        ExpressionType.LessThan,
        ExpressionType.LessThanOrEqual,
        ExpressionType.GreaterThan,
        ExpressionType.GreaterThanOrEqual,
    ];

    private static readonly Dictionary<ExpressionType, string> Names = new()
    {
        [ExpressionType.Equal] = "op_Equality",
        [ExpressionType.NotEqual] = "op_Inequality",
        [ExpressionType.LessThan] = "op_LessThan",
        [ExpressionType.LessThanOrEqual] = "op_LessThanOrEqual",
        [ExpressionType.GreaterThan] = "op_GreaterThan",
        [ExpressionType.GreaterThanOrEqual] = "op_GreaterThanOrEqual",
        [ExpressionType.Add] = "op_Addition",
        [ExpressionType.Subtract] = "op_Subtraction",
        [ExpressionType.And] = "op_BitwiseAnd",
        [ExpressionType.Or] = "op_BitwiseOr",
        [ExpressionType.Not] = "op_LogicalNot",
    };

    public static IEnumerable<Production> For(Type type)
    {
        var bare = Universe.Bare(type);
        if (type == typeof(bool))
        {
            yield return new(4, OfText);
            yield return new(4, OfTime);
            yield return new(3, OfMoney);
        }
        if (bare == typeof(bool))
        {
            yield return new(2, draw => Expression.Not(draw.Of(Like<Flag>(type)), MethodOf<Flag>(ExpressionType.Not)));
            yield return new(2, draw => Binary<Flag>(draw.One(Sums), draw.Of(type), draw.Of(Like<Flag>(type))));
        }
        if (bare == typeof(Money))
            yield return new(3, draw => Binary<Money>(ExpressionType.Add, draw.Of(type), draw.Of(type)));
        if (type == typeof(Money?))
            yield return new(4, draw => Binary<Money>(ExpressionType.Subtract, draw.Of(type), draw.Of(type)));
        if (type == typeof(Money))
        {
            yield return new(3, draw => Expression.Convert(draw.Of<int?>(), type, Conversion("op_Implicit")));
            yield return new(2, draw => Expression.Property(draw.Of<Money?>(), "Value"));
        }
        if (type == typeof(int))
            yield return new(3, draw => Expression.Property(draw.Of<Money>(), nameof(Money.Amount)));
        if (bare == typeof(decimal))
            yield return new(
                3,
                draw => Expression.Convert(draw.Of(Like<Money>(type)), type, Conversion("op_Explicit"))
            );
    }

    private static BinaryExpression OfText(Draw draw)
    {
        var text = Often(draw, draw.One([nameof(UserProfile.Id), nameof(UserProfile.Name)]), typeof(string));
        var pattern = draw.Of<Pattern>();
        var what = draw.One(Equalities);
        return draw.Chance(70) ? Binary<Pattern>(what, text, pattern) : Binary<Pattern>(what, pattern, text);
    }

    private static BinaryExpression OfTime(Draw draw) =>
        Binary<Deadline>(
            draw.One(Orders),
            Often(draw, nameof(UserProfile.CreatedAt), typeof(DateTimeOffset)),
            draw.Of<Deadline>()
        );

    private static BinaryExpression OfMoney(Draw draw)
    {
        var type = draw.Chance(50) ? typeof(Money) : typeof(Money?);
        var what = draw.One([.. Equalities, ExpressionType.LessThan, ExpressionType.GreaterThan]);
        return Binary<Money>(what, draw.Of(type), draw.Of(type));
    }

    // A part of the profile that the service can be asked for, or any other expression.
    private static Expression Often(Draw draw, string member, Type type) =>
        draw.Chance(60) && draw.Scope.Find(item => item.Type == typeof(UserProfile)) is { } profile
            ? Expression.Property(profile, member)
            : draw.Of(type);

    private static BinaryExpression Binary<T>(ExpressionType what, Expression left, Expression right) =>
        Expression.MakeBinary(
            what,
            left,
            right,
            liftToNull: false,
            MethodOf<T>(what, Universe.Bare(left.Type), Universe.Bare(right.Type))
        );

    private static MethodInfo MethodOf<T>(ExpressionType what, params Type[] operands) =>
        typeof(T)
            .GetMethods()
            .Single(method =>
                method.Name == Names[what]
                && (operands is [] || operands.SequenceEqual(method.GetParameters().Select(TypeOf)))
            );

    private static Type TypeOf(ParameterInfo parameter) =>
        Universe.Bare(
            parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType
        );

    private static MethodInfo Conversion(string name) => typeof(Money).GetMethod(name)!;

    /// <summary>The type, nullable where another is.</summary>
    private static Type Like<T>(Type other)
        where T : struct => Universe.IsNullable(other) ? typeof(T?) : typeof(T);
}
