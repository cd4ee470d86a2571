using System.Linq.Expressions;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Lambdas that are invoked where they stand, as PredicateBuilder joins conditions.</summary>
internal static class InvocationRules
{
    public static IEnumerable<Production> For(Type type) =>
        Universe.Knows(type) && type != typeof(UserProfile)
            ? [new(type == typeof(bool) ? 5 : 1, draw => Invoked(draw, type))]
            : [];

    private static Expression Invoked(Draw draw, Type type) =>
        draw.Scope.Count == 0 ? ClosureRules.Closed(draw, type)
        : draw.One(draw.Scope) is var item && draw.Chance(80)
            ? Expression.Invoke(draw.Lambda(item.Type, type, "q"), item)
        : Expression.Invoke(draw.Lambda(typeof(string), type, "q"), draw.Of<string>());
}
