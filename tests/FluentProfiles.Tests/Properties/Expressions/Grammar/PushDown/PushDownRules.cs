using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar.PushDown;

/// <summary>Conditions in the forms that the planner hands to the service: on the status, the id and the time of
/// creation.</summary>
internal static class PushDownRules
{
    private static readonly string[] Ids = ["uprof_none", .. Enumerable.Range(0, 10).Select(TestProfiles.IdOf)];

    private static readonly EnforcementStatus[] Statuses =
    [
        EnforcementStatus.Banned,
        EnforcementStatus.Restricted,
        EnforcementStatus.Pending,
        EnforcementStatus.Unrestricted,
    ];

    private static readonly ExpressionType[] Lifted =
    [
        ExpressionType.Equal,
        ExpressionType.NotEqual,
        ExpressionType.LessThan,
        ExpressionType.GreaterThanOrEqual,
    ];

    public static IEnumerable<Production> For(Type type)
    {
        if (type != typeof(bool))
            yield break;
        yield return new(6, draw => OverProfile(draw, OfStatus), IsLeaf: true);
        yield return new(4, draw => OverProfile(draw, OfId), IsLeaf: true);
        yield return new(6, draw => OverProfile(draw, OfCreation), IsLeaf: true);
        yield return new(4, draw => OverProfile(draw, MissingValues.OfText), IsLeaf: true);
        yield return new(4, draw => OverProfile(draw, MissingValues.OfTime), IsLeaf: true);
        yield return new(8, draw => OverRow(draw) ?? OverProfile(draw, OfId), IsLeaf: true);
    }

    /// <summary>One of these conditions on the profile.</summary>
    public static Expression One(Draw draw) =>
        OverProfile(draw, draw.One([OfStatus, OfId, OfCreation, MissingValues.OfText, MissingValues.OfTime]));

    /// <summary>A condition on a text of a new object, which may be the id: in either case, for some objects change it.</summary>
    private static Expression? OverRow(Draw draw)
    {
        if (draw.Scope.Find(item => CreationShapes.IsOne(item.Type)) is not { } row)
            return null;
        var texts = row.Type.GetProperties().Where(property => property.PropertyType == typeof(string)).ToList();
        if (texts.Count == 0)
            return null;
        var text = Expression.Property(row, draw.One(texts));
        string[] ids = [.. Ids, .. Ids.Select(id => id.ToUpperInvariant())];
        return draw.Chance(50) ? Among(draw, ids, text) : Expression.Equal(text, Captured(draw.One(ids)));
    }

    private static Expression OverProfile(Draw draw, Func<Draw, Expression, Expression> make) =>
        draw.Scope.Find(item => item.Type == typeof(UserProfile)) is { } profile
            ? make(draw, profile)
            : ClosureRules.Closed(draw, typeof(bool));

    private static Expression OfStatus(Draw draw, Expression profile)
    {
        var status = Expression.Property(profile, nameof(UserProfile.EnforcementStatus));
        var one = draw.One(Statuses);
        return draw.Below(8) switch
        {
            7 => LiftedToNull(
                draw.Chance(50) ? ExpressionType.Equal : ExpressionType.NotEqual,
                Expression.Convert(status, typeof(EnforcementStatus?)),
                Captured<EnforcementStatus?>(draw.Chance(70) ? one : null)
            ),
            0 => Expression.Equal(status, Captured(one)),
            1 => Expression.Equal(Captured(one), status),
            2 => Expression.NotEqual(status, Captured(one)),
            3 => Expression.Equal(Expression.Call(status, "ToString", null), Captured(one.ToString())),
            4 => Expression.Call(
                status,
                typeof(EnforcementStatus).GetMethod("Equals", [typeof(EnforcementStatus)])!,
                Captured(one)
            ),
            5 => Expression.Equal(
                Expression.Convert(status, typeof(EnforcementStatus?)),
                Captured<EnforcementStatus?>(draw.Chance(80) ? one : null)
            ),
            _ => Among(draw, Statuses, status),
        };
    }

    private static Expression OfId(Draw draw, Expression profile)
    {
        var id = Expression.Property(profile, nameof(UserProfile.Id));
        var one = draw.One(Ids);
        return draw.Below(5) switch
        {
            0 => Expression.Equal(id, Captured(one)),
            1 => Expression.Equal(Expression.Constant(one), id),
            2 => Expression.Call(
                id,
                typeof(string).GetMethod("Equals", [typeof(string), typeof(StringComparison)])!,
                Captured(one),
                Expression.Constant(draw.One([StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase]))
            ),
            3 => Expression.Call(
                typeof(string).GetMethod("Equals", [typeof(string), typeof(string)])!,
                id,
                Captured(one)
            ),
            _ => Among(draw, Ids, id),
        };
    }

    private static Expression OfCreation(Draw draw, Expression profile)
    {
        var created = Expression.Property(profile, nameof(UserProfile.CreatedAt));
        var bound = (DateTimeOffset)Pool.One(draw, typeof(DateTimeOffset))!;
        return draw.Below(7) switch
        {
            6 => LiftedToNull(
                draw.One(Lifted),
                Expression.Convert(created, typeof(DateTimeOffset?)),
                Captured<DateTimeOffset?>(draw.Chance(70) ? bound : null)
            ),
            0 => Compared(draw, created, Captured(bound)),
            1 => Compared(draw, Captured(bound), created),
            2 => Compared(draw, Expression.Property(created, "UtcDateTime"), Captured(bound.UtcDateTime)),
            3 => Compared(draw, Expression.Call(created, "CompareTo", null, Captured(bound)), Expression.Constant(0)),
            4 => Expression.Equal(
                Expression.Property(created, "Date"),
                Captured(draw.Chance(50) ? TestProfiles.Start.UtcDateTime.Date : bound.Date)
            ),
            _ => Compared(
                draw,
                Expression.Subtract(Captured(bound), created),
                Captured(TimeSpan.FromHours(draw.Below(90)))
            ),
        };
    }

    private static Expression Among<T>(Draw draw, T[] all, Expression item)
    {
        var some = Enumerable.Range(0, draw.Below(4)).Select(_ => draw.One(all)).ToArray();
        if (draw.Chance(70))
            return Expression.Call(typeof(Enumerable), "Contains", [typeof(T)], Captured<IEnumerable<T>>(some), item);
        var same = Expression.Parameter(typeof(T), "x");
        return Expression.Call(
            typeof(Enumerable),
            "Any",
            [typeof(T)],
            Captured<IEnumerable<T>>(some),
            Expression.Lambda<Func<T, bool>>(Expression.Equal(same, item), same)
        );
    }

    /// <summary>A comparison as Visual Basic writes it.</summary>
    private static UnaryExpression LiftedToNull(ExpressionType comparison, Expression left, Expression right) =>
        Expression.Convert(Expression.MakeBinary(comparison, left, right, liftToNull: true, null), typeof(bool));

    private static BinaryExpression Compared(Draw draw, Expression left, Expression right) =>
        Expression.MakeBinary(
            draw.One([
                ExpressionType.LessThan,
                ExpressionType.LessThanOrEqual,
                ExpressionType.GreaterThan,
                ExpressionType.GreaterThanOrEqual,
                ExpressionType.Equal,
            ]),
            left,
            right
        );

    private static MemberExpression Captured<T>(T value) =>
        Expression.Field(Expression.Constant(new Box<T>(value)), nameof(Box<>.Field));
}
