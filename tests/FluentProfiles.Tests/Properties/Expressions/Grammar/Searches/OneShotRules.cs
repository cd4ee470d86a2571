using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Captured;
using FluentProfiles.Tests.Properties.Expressions.Cases;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar.Searches;

/// <summary>Several uses of one sequence that gives its items once: each of them finds all, or fails where its reading
/// does.</summary>
internal static class OneShotRules
{
    private static readonly Func<Draw, Expression, Func<Draw, Type, Expression>, Expression>[] Uses =
    [
        (draw, ids, item) => Sought(ids, item(draw, typeof(string))),
        (draw, ids, item) => Contains(New<HashSet<string>>(ids), item(draw, typeof(string))),
        (draw, ids, item) => Contains(New<List<string>>(ids), item(draw, typeof(string))),
        (draw, ids, item) =>
            Contains(
                Expression.ListInit(New<List<string>>(ids), ClosureRules.Closed(draw, typeof(string))),
                item(draw, typeof(string))
            ),
        (draw, ids, item) => Contains(Linq("ToList", ids), item(draw, typeof(string))),
        (draw, ids, _) => Expression.Equal(Linq("Count", ids), Expression.Constant(draw.Below(3))),
        (draw, ids, item) => Contains(Joined(ids), item(draw, typeof(char))),
        (draw, ids, _) =>
            Expression.Equal(Expression.Property(New<Queue<string>>(ids), "Count"), Expression.Constant(draw.Below(3))),
    ];

    public static IEnumerable<Production> For(Type type)
    {
        if (type == typeof(bool))
            yield return new(5, Several);
    }

    private static Expression Several(Draw draw)
    {
        var items = Enumerable.Range(0, draw.Below(3)).Select(_ => (string)Pool.One(draw, typeof(string))!).ToArray();
        int? failsAfter = draw.Chance(25) ? draw.Below(items.Length + 1) : null;
        Box<IEnumerable<string>> box = new(new ResettableSequence<string>(items, failsAfter));
        var ids = Expression.Field(Expression.Constant(box), nameof(Box<>.Field));
        return Enumerable
            .Range(0, 1 + draw.Below(3))
            .Select(_ => draw.One(Uses)(draw, ids, failsAfter is null ? (_, type) => draw.Of(type) : WithoutFailure))
            .Aggregate(
                (left, right) => draw.Chance(50) ? Expression.AndAlso(left, right) : Expression.OrElse(left, right)
            );
    }

    // Which of two failures comes first is not at stake.
    private static Expression WithoutFailure(Draw draw, Type type) =>
        type == typeof(string) && draw.Scope.Find(item => item.Type == typeof(UserProfile)) is { } profile
            ? Expression.Property(profile, draw.One([nameof(UserProfile.Id), nameof(UserProfile.Name)]))
            : Expression.Constant(Pool.One(draw, type), type);

    // Without the profile it is a call that may read a part of the sequence, and does so on its own.
    private static MethodCallExpression Sought(Expression ids, Expression item) =>
        Contains(Parts.AreBound(item, []) ? New<HashSet<string>>(ids) : ids, item);

    private static NewExpression New<T>(Expression ids) =>
        Expression.New(typeof(T).GetConstructor([typeof(IEnumerable<string>)])!, ids);

    private static MethodCallExpression Joined(Expression ids) =>
        Expression.Call(
            typeof(string).GetMethod(nameof(string.Join), [typeof(string), typeof(IEnumerable<string>)])!,
            Expression.Constant(","),
            ids
        );

    private static MethodCallExpression Contains(Expression items, Expression item) =>
        Expression.Call(typeof(Enumerable), "Contains", [item.Type], items, item);

    private static MethodCallExpression Linq(string name, Expression items) =>
        Expression.Call(typeof(Enumerable), name, [typeof(string)], items);
}
