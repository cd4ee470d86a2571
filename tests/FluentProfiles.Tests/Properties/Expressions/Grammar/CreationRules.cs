using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Objects, arrays and lists that an expression makes, and what is read from them again.</summary>
internal static class CreationRules
{
    public static IEnumerable<Production> For(Type type)
    {
        if (CreationShapes.IsOne(type))
            yield return new(30, draw => CreationShapes.New(draw, type));
        if (type == typeof(string[]))
            yield return new(3, draw => Expression.NewArrayInit(typeof(string), Some<string>(draw)));
        if (type == typeof(List<string>))
            yield return new(9, ListOfTexts);
        if (type == typeof(string))
        {
            yield return new(1, draw => Expression.Property(CreationShapes.New(draw, typeof(Norm)), nameof(Norm.Name)));
            yield return new(
                1,
                draw => Expression.Property(CreationShapes.New(draw, typeof(Folded)), nameof(Folded.Name))
            );
        }
        if (type == typeof(bool))
            yield return new(
                2,
                draw =>
                    Expression.Call(
                        typeof(Enumerable),
                        "Contains",
                        [typeof(string)],
                        Expression.NewArrayInit(typeof(string), Some<string>(draw)),
                        draw.Of<string>()
                    )
            );
    }

    private static ListInitExpression ListOfTexts(Draw draw)
    {
        var created = Expression.New(typeof(List<string>));
        return Expression.ListInit(created, [draw.Of<string>(), .. Some<string>(draw)]);
    }

    private static List<Expression> Some<T>(Draw draw) =>
        [.. Enumerable.Range(0, draw.Below(3)).Select(_ => draw.Of<T>())];
}
