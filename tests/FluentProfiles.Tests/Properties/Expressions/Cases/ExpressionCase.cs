using System.Linq.Expressions;
using CsCheck;
using FluentProfiles.Tests.Properties.Expressions.Grammar;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>A lambda and what a query does with it.</summary>
/// <param name="Lambda">The condition, selector or key.</param>
/// <param name="Then">A condition on what the selector gives, or null.</param>
/// <param name="Use">What the query does.</param>
internal sealed record ExpressionCase(LambdaExpression Lambda, LambdaExpression? Then, Use Use)
{
    private const int Depth = 6;

    private static readonly Type[] Keys =
    [
        typeof(int),
        typeof(int?),
        typeof(long),
        typeof(bool),
        typeof(double),
        typeof(DateTimeOffset),
        typeof(DateTimeOffset?),
        typeof(DateTime),
        typeof(TimeSpan),
        typeof(decimal),
    ];

    private static readonly Type[] Values =
    [
        .. Universe.Plain,
        .. Universe.Plain.Where(type => type.IsValueType).Select(Universe.Nullable),
        .. Universe.Enums,
        .. Universe.Enums.Select(Universe.Nullable),
        .. Universe.Model.Where(type => type.IsClass || type.IsInterface),
        typeof(object),
        typeof(string[]),
        typeof(List<string>),
    ];

    /// <summary>Half of them are conditions, which most ways of a query go through.</summary>
    public static readonly Gen<ExpressionCase> Any = Gen.ULong.Select(seed => Of(new(new(1, seed), Depth)));

    /// <summary>The query as C#.</summary>
    public string Text => CaseText.Of(this);

    public IEnumerable<ExpressionCase> Smaller()
    {
        if (Then is not null)
        {
            yield return this with
            {
                Then = null,
                Use = Use.Select,
            };
            foreach (var smaller in Reductions.Of(Then))
                yield return this with
                {
                    Then = smaller,
                };
        }
        foreach (var smaller in Reductions.Of(Lambda))
            yield return this with
            {
                Lambda = smaller,
            };
    }

    private static ExpressionCase Of(Draw draw) =>
        draw.Below(100) switch
        {
            < 35 => new(Over(draw, typeof(bool)), null, Use.Where),
            < 55 => new(Over(draw, typeof(bool)), null, draw.One([Use.Count, Use.Any, Use.All, Use.First, Use.Last])),
            < 70 => new(Over(draw, draw.One(Values)), null, Use.Select),
            < 74 => new(Over(draw, Shapes.OneType(draw)), null, Use.Select),
            < 86 => SelectWhere(draw, Over(draw, Shapes.OneType(draw))),
            < 96 => new(
                Over(draw, draw.One(Keys)),
                null,
                draw.One([Use.Order, Use.OrderDescending, Use.MinBy, Use.MaxBy])
            ),
            _ => new(Over(draw, typeof(string)), null, Use.Dictionary),
        };

    private static ExpressionCase SelectWhere(Draw draw, LambdaExpression selector) =>
        new(selector, draw.Lambda(selector.ReturnType, typeof(bool), "row"), Use.SelectWhere);

    private static LambdaExpression Over(Draw draw, Type type) => draw.Lambda(typeof(UserProfile), type, "p");
}
