using System.Collections.Concurrent;
using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Members: paths from the parameters in scope, found by reflection, and members of whatever an expression
/// gives.</summary>
internal static class MemberRules
{
    private const int LongestPath = 5;
    private static readonly string[] Keys = ["plan", "seat", "cyber", "one"];
    private static readonly ConcurrentDictionary<Type, ILookup<Type, Func<Draw, Expression, Expression>>> Paths = [];

    private static readonly Type[] Owners =
    [
        .. Universe.Plain,
        .. Universe.Plain.Where(type => type.IsValueType).Select(Universe.Nullable),
        .. Universe.Model,
        .. Universe.Enums.Select(Universe.Nullable),
        typeof(string[]),
    ];

    public static IEnumerable<Production> For(Type type)
    {
        if (Paths.GetOrAdd(typeof(UserProfile), PathsFrom).Contains(type) || Universe.Parts.Contains(type))
            yield return new(12, draw => OfScope(draw, type), IsLeaf: true);
        foreach (var owner in Owners)
        {
            foreach (var property in Universe.Properties(owner).Where(p => p.PropertyType == type))
                yield return new(1, draw => Expression.Property(draw.Of(owner), property));
        }
        if (type == typeof(char))
            yield return new(3, draw => Expression.Call(draw.Of<string>(), "get_Chars", null, draw.Of<int>()));
        if (type == typeof(string))
        {
            yield return new(4, draw => Expression.ArrayIndex(draw.Of<string[]>(), draw.Of<int>()));
            yield return new(4, draw => Item(draw.Of<ProfileMap<string>>(), draw.Of<string>()));
        }
        if (type == typeof(bool))
            yield return new(
                2,
                draw =>
                    Expression.ArrayIndex(
                        Expression.Call(typeof(Helpers), nameof(Helpers.FlagsOf), null, draw.Of<string>()),
                        Expression.Constant(0)
                    )
            );
        if (type == typeof(int))
            yield return new(2, draw => Expression.ArrayLength(draw.Of<string[]>()));
    }

    /// <summary>A member of the innermost parameter that has one of the type, as a closed value where none has.</summary>
    private static Expression OfScope(Draw draw, Type type)
    {
        var scope = draw.Scope.AsEnumerable().Reverse().ToList();
        foreach (var item in draw.Chance(75) ? scope : scope.AsEnumerable().Reverse())
        {
            var paths = Paths.GetOrAdd(item.Type, PathsFrom)[type].ToList();
            if (paths.Count > 0)
                return draw.One(paths)(draw, item);
        }
        return ClosureRules.Closed(draw, type);
    }

    private static ILookup<Type, Func<Draw, Expression, Expression>> PathsFrom(Type root)
    {
        List<(Type Type, Func<Draw, Expression, Expression> Path)> found = [(root, (_, item) => item)];
        Walk(root, (_, item) => item, LongestPath);
        return found.ToLookup(path => path.Type, path => path.Path);

        void Walk(Type type, Func<Draw, Expression, Expression> path, int left)
        {
            foreach (var property in left > 0 ? Universe.Properties(type) : [])
                Add(property.PropertyType, (draw, item) => Expression.Property(path(draw, item), property), left);
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ProfileMap<>))
                Add(
                    type.GetGenericArguments()[0],
                    (draw, item) => Item(path(draw, item), Expression.Constant(draw.One(Keys))),
                    left
                );
            if (type == typeof(IReadOnlyList<EnforcementAction>))
                Add(
                    typeof(EnforcementAction),
                    (draw, item) =>
                        Expression.Call(
                            typeof(Enumerable),
                            draw.One(["FirstOrDefault", "LastOrDefault"]),
                            [typeof(EnforcementAction)],
                            path(draw, item)
                        ),
                    left
                );
        }

        void Add(Type type, Func<Draw, Expression, Expression> path, int left)
        {
            found.Add((type, path));
            if (type.IsClass ? Universe.Model.Contains(type) : type.IsInterface)
                Walk(type, path, left - 1);
        }
    }

    private static MethodCallExpression Item(Expression map, Expression key) =>
        Expression.Call(map, "get_Item", null, key);
}
