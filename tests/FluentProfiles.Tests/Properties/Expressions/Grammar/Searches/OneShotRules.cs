using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar.Searches;

/// <summary>Several uses of one sequence that gives its items once: each of them finds all.</summary>
internal static class OneShotRules
{
    private static readonly Func<Draw, Expression, Expression>[] Uses =
    [
        (draw, ids) => Contains(ids, draw.Of<string>()),
        (draw, ids) => Contains(New<HashSet<string>>(ids), draw.Of<string>()),
        (draw, ids) => Contains(New<List<string>>(ids), draw.Of<string>()),
        (draw, ids) =>
            Contains(
                Expression.ListInit(New<List<string>>(ids), ClosureRules.Closed(draw, typeof(string))),
                draw.Of<string>()
            ),
        (draw, ids) => Contains(Linq("ToList", ids), draw.Of<string>()),
        (draw, ids) => Expression.Equal(Linq("Count", ids), Expression.Constant(draw.Below(3))),
        (draw, ids) => Contains(Joined(ids), draw.Of<char>()),
        (draw, ids) =>
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
        Box<IEnumerable<string>> box = new(new ResettableSequence<string>(items));
        var ids = Expression.Field(Expression.Constant(box), nameof(Box<>.Field));
        return Enumerable
            .Range(0, 1 + draw.Below(3))
            .Select(_ => draw.One(Uses)(draw, ids))
            .Aggregate(
                (left, right) => draw.Chance(50) ? Expression.AndAlso(left, right) : Expression.OrElse(left, right)
            );
    }

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
