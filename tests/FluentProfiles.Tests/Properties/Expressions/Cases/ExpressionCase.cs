using System.Linq.Expressions;
using CsCheck;
using FluentProfiles.Tests.Properties.Expressions.Grammar;
using FluentProfiles.Tests.Properties.Expressions.Grammar.PushDown;

namespace FluentProfiles.Tests.Properties.Expressions.Cases;

/// <summary>A lambda and what a query does with it.</summary>
/// <param name="Lambda">The condition, selector or key.</param>
/// <param name="Then">A condition on what the selector gives, or null.</param>
/// <param name="Use">What the query does.</param>
internal sealed record ExpressionCase(LambdaExpression Lambda, LambdaExpression? Then, Use Use)
{
    private const int Depth = 6;

    /// <summary>A condition in a <c>Where</c> of its own that comes first, or null.</summary>
    public Expression<Func<UserProfile, bool>>? Before { get; init; }

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

    private static readonly Use[] Terminals = [Use.Count, Use.Any, Use.All, Use.First, Use.Last];

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
        if (Before is not null)
        {
            yield return this with
            {
                Before = null,
            };
            foreach (var smaller in Reductions.Of(Before))
                yield return this with
                {
                    Before = (Expression<Func<UserProfile, bool>>)smaller,
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
            < 25 => new(Over(draw, typeof(bool)), null, Use.Where),
            < 40 => new(Over(draw, typeof(bool)), null, draw.One(Terminals)),
            < 55 => TwoConditions(draw),
            < 70 => new(Over(draw, draw.One(Values)), null, Use.Select),
            < 74 => new(Over(draw, CreationShapes.OneType(draw)), null, Use.Select),
            < 84 => SelectWhere(draw, Over(draw, CreationShapes.OneType(draw))),
            < 86 => SelectWhere(draw, Over(draw, typeof(UserProfile))),
            < 96 => new(
                Over(draw, draw.One(Keys)),
                null,
                draw.One([Use.Order, Use.OrderDescending, Use.MinBy, Use.MaxBy])
            ),
            _ => new(Over(draw, typeof(string)), null, Use.Dictionary),
        };

    // Where both are the service's, it gets what lies within both.
    private static ExpressionCase TwoConditions(Draw draw) =>
        new(Condition(draw), null, draw.One([Use.Where, .. Terminals]))
        {
            Before = (Expression<Func<UserProfile, bool>>)Condition(draw),
        };

    private static LambdaExpression Condition(Draw draw) =>
        draw.Chance(60) ? draw.Lambda(typeof(UserProfile), PushDownRules.One, "p") : Over(draw, typeof(bool));

    private static ExpressionCase SelectWhere(Draw draw, LambdaExpression selector) =>
        new(selector, draw.Lambda(selector.ReturnType, typeof(bool), "row"), Use.SelectWhere);

    private static LambdaExpression Over(Draw draw, Type type) => draw.Lambda(typeof(UserProfile), type, "p");
}
