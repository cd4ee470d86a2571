using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Tests.Properties.Expressions.Captured;
using VisualBasic = Microsoft.VisualBasic.CompilerServices.Operators;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar.PushDown;

/// <summary>Comparisons of texts and times that may be missing with captured values that may be null, in each form of a call:
/// a mirror's database answers some of them.</summary>
internal static class MissingValues
{
    private static readonly Type Text = typeof(string);
    private static readonly Type Time = typeof(DateTimeOffset);
    private static readonly EqualityComparer<DateTimeOffset> Times = EqualityComparer<DateTimeOffset>.Default;

    private static readonly ExpressionType[] Comparisons =
    [
        ExpressionType.Equal,
        ExpressionType.NotEqual,
        ExpressionType.LessThan,
        ExpressionType.LessThanOrEqual,
        ExpressionType.GreaterThan,
        ExpressionType.GreaterThanOrEqual,
    ];

    public static Expression OfText(Draw draw, Expression profile)
    {
        var known = draw.Chance(50) ? draw.One([null, "", "pro", "a"]) : (string?)Pool.One(draw, Text);
        var (left, right) = InAnyOrder(draw, TextOf(draw, profile), Captured(draw, known));
        var ordinal = Expression.Constant(StringComparison.Ordinal);
        return Negated(
            draw,
            draw.Below(8) switch
            {
                0 => Expression.Call(left, MethodOf(Text, "Equals", Text), right),
                1 => Expression.Call(left, MethodOf(Text, "Equals", Text, typeof(StringComparison)), right, ordinal),
                2 => Expression.Call(Boxed(left), MethodOf(typeof(object), "Equals", typeof(object)), Boxed(right)),
                3 => Expression.Call(MethodOf(Text, "Equals", Text, Text), left, right),
                4 => Expression.Call(MethodOf(typeof(object), "Equals", typeof(object), typeof(object)), left, right),
                5 => Expression.Equal(left, right),
                6 => Sign(
                    draw,
                    Expression.Call(
                        MethodOf(Text, "Compare", Text, Text, typeof(StringComparison)),
                        left,
                        right,
                        ordinal
                    )
                ),
                _ => Sign(
                    draw,
                    Expression.Call(
                        MethodOf(typeof(VisualBasic), "CompareString", Text, Text, typeof(bool)),
                        left,
                        right,
                        Expression.Constant(false)
                    )
                ),
            }
        );
    }

    public static Expression OfTime(Draw draw, Expression profile)
    {
        var known = (DateTimeOffset)Pool.One(draw, Time)!;
        var (left, right) = InAnyOrder(draw, TimeOf(draw, profile), Captured(draw, known));
        return Negated(
            draw,
            draw.Below(6) switch
            {
                0 => Expression.Call(left, MethodOf(Time, "Equals", Time), right),
                1 => Expression.Call(MethodOf(Time, "Equals", Time, Time), left, right),
                2 => Expression.Call(
                    Expression.Constant(Times, typeof(EqualityComparer<DateTimeOffset>)),
                    MethodOf(typeof(EqualityComparer<DateTimeOffset>), "Equals", Time, Time),
                    left,
                    right
                ),
                3 => Sign(draw, Expression.Call(MethodOf(Time, "Compare", Time, Time), left, right)),
                _ => Sign(draw, Expression.Call(left, MethodOf(Time, "CompareTo", Time), right)),
            }
        );
    }

    private static Expression TextOf(Draw draw, Expression profile) =>
        draw.Below(3) switch
        {
            0 => Expression.Property(profile, nameof(UserProfile.Name)),
            1 => Expression.Property(Details(profile), nameof(ExternalUserDetails.Country)),
            _ => Expression.Call(
                Expression.Property(profile, nameof(UserProfile.Metadata)),
                "get_Item",
                null,
                Expression.Constant("plan")
            ),
        };

    private static MemberExpression TimeOf(Draw draw, Expression profile) =>
        draw.Chance(30)
            ? Expression.Property(profile, draw.One([nameof(UserProfile.CreatedAt), nameof(UserProfile.UpdatedAt)]))
            : Expression.Property(
                Expression.Property(Details(profile), nameof(ExternalUserDetails.OnboardedAt)),
                nameof(Nullable<int>.Value)
            );

    private static MemberExpression Details(Expression profile) =>
        Expression.Property(profile, nameof(UserProfile.ExternalUserDetails));

    private static MemberExpression Captured<T>(Draw draw, T value)
    {
        var box = Expression.Constant(new Box<T>(value));
        return draw.Chance(20)
            ? Expression.Property(Expression.Property(box, nameof(Box<>.Missing)), nameof(Box<>.Property))
            : Expression.Field(box, nameof(Box<>.Field));
    }

    private static (Expression Left, Expression Right) InAnyOrder(Draw draw, Expression one, Expression other) =>
        draw.Chance(60) ? (one, other) : (other, one);

    private static Expression Negated(Draw draw, Expression condition) =>
        draw.Chance(35) ? Expression.Not(condition) : condition;

    private static BinaryExpression Sign(Draw draw, Expression sign) =>
        Expression.MakeBinary(draw.One(Comparisons), sign, Expression.Constant(draw.Below(3) - 1));

    private static UnaryExpression Boxed(Expression text) => Expression.Convert(text, typeof(object));

    private static MethodInfo MethodOf(Type type, string name, params Type[] parameters) =>
        type.GetMethod(name, parameters)!;
}
