using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>LINQ over the lists, maps and texts of a profile, with conditions of their own.</summary>
internal static class LinqRules
{
    private static readonly (Type Sequence, Type Item)[] Sequences =
    [
        (typeof(IReadOnlyList<EnforcementAction>), typeof(EnforcementAction)),
        (typeof(ProfileMap<string>), typeof(KeyValuePair<string, string>)),
        (typeof(UserProfile[]), typeof(UserProfile)),
        (typeof(string[]), typeof(string)),
        (typeof(string), typeof(char)),
    ];

    public static IEnumerable<Production> For(Type type)
    {
        if (type == typeof(bool))
        {
            yield return new(
                6,
                draw => Over(draw, (s, i) => Call(draw.One(["Any", "All"]), i, s, draw.Lambda(i, typeof(bool), "x")))
            );
            yield return new(1, draw => Over(draw, (s, i) => Call("Any", i, s)));
            yield return new(1, draw => Over(draw, (s, i) => Call("Contains", i, s, draw.Of(i))));
        }
        if (type == typeof(int))
        {
            yield return new(2, draw => Over(draw, (s, i) => Call("Count", i, s)));
            yield return new(2, draw => Over(draw, (s, i) => Call("Count", i, s, draw.Lambda(i, typeof(bool), "x"))));
            yield return new(1, draw => Over(draw, (s, i) => Call("Sum", i, s, draw.Lambda(i, typeof(int), "x"))));
            yield return new(1, draw => Over(draw, (s, i) => Call("Max", i, s, draw.Lambda(i, typeof(int), "x"))));
        }
        foreach (var (sequence, item) in Sequences.Where(known => known.Item == type))
        {
            yield return new(
                3,
                draw => Call(draw.One(["FirstOrDefault", "LastOrDefault", "First"]), item, draw.Of(sequence))
            );
            yield return new(
                3,
                draw => Call("FirstOrDefault", item, draw.Of(sequence), draw.Lambda(item, typeof(bool), "x"))
            );
            yield return new(1, draw => Call("ElementAtOrDefault", item, draw.Of(sequence), draw.Of<int>()));
            yield return new(
                1,
                draw =>
                    Call(
                        "FirstOrDefault",
                        item,
                        Call("Where", item, draw.Of(sequence), draw.Lambda(item, typeof(bool), "x"))
                    )
            );
        }
        if (type == typeof(EnforcementAction))
            yield return new(
                2,
                draw => Expression.Call(draw.Of<IReadOnlyList<EnforcementAction>>(), "get_Item", null, draw.Of<int>())
            );
    }

    private static Expression Over(Draw draw, Func<Expression, Type, Expression> call)
    {
        var (sequence, item) = draw.One(Sequences);
        return call(draw.Of(sequence), item);
    }

    private static MethodCallExpression Call(string name, Type item, params Expression[] arguments) =>
        Expression.Call(typeof(Enumerable), name, [item], arguments);
}
