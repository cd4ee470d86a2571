using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>New objects: anonymous types, initialisers, records, tuples, lists.</summary>
internal static class CreationShapes
{
    private static readonly Type Anonymous = new { First = 0, Second = 0 }.GetType().GetGenericTypeDefinition();

    private static readonly Type[] Members =
    [
        typeof(string),
        typeof(string),
        typeof(int),
        typeof(bool),
        typeof(DateTimeOffset?),
        typeof(EnforcementStatus),
        typeof(CyberProgram),
    ];

    /// <summary>Types of new objects.</summary>
    public static Type OneType(Draw draw) =>
        draw.Below(10) switch
        {
            < 4 => Of(Anonymous, draw),
            < 6 => Of(typeof(PlainPair<,>), draw),
            6 => Of(typeof(Pair<,>), draw),
            < 9 => typeof(Norm),
            _ => typeof(Folded),
        };

    /// <summary>True for a type of new objects.</summary>
    public static bool IsOne(Type type) =>
        type == typeof(Norm)
        || type == typeof(Folded)
        || (
            type.IsGenericType
            && type.GetGenericTypeDefinition() is var definition
            && (definition == Anonymous || definition == typeof(PlainPair<,>) || definition == typeof(Pair<,>))
        );

    /// <summary>A new object of one of these types.</summary>
    public static Expression New(Draw draw, Type type)
    {
        if (type == typeof(Norm))
            return Expression.MemberInit(
                Expression.New(type),
                Expression.Bind(type.GetProperty(nameof(Norm.Name))!, Text(draw))
            );
        if (type == typeof(Folded))
            return Expression.New(type.GetConstructors()[0], Text(draw));
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (definition == Anonymous)
            return Expression.New(
                type.GetConstructors()[0],
                Parts(draw, type),
                type.GetProperty("First")!,
                type.GetProperty("Second")!
            );
        if (definition == typeof(Pair<,>))
            return Expression.New(type.GetConstructors()[0], Parts(draw, type));
        return Expression.MemberInit(
            Expression.New(type),
            Expression.Bind(type.GetProperty("First")!, Part(draw, type.GetGenericArguments()[0])),
            Expression.Bind(type.GetProperty("Second")!, Part(draw, type.GetGenericArguments()[1]))
        );
    }

    private static List<Expression> Parts(Draw draw, Type type) =>
        [.. type.GetGenericArguments().Select(part => Part(draw, part))];

    private static Expression Part(Draw draw, Type type) => type == typeof(string) ? Text(draw) : draw.Of(type);

    // Often the id, which the service would look up if the object gave it back as it is.
    private static Expression Text(Draw draw) =>
        draw.Chance(50) && draw.Scope.Find(item => item.Type == typeof(UserProfile)) is { } profile
            ? Expression.Property(profile, nameof(UserProfile.Id))
            : draw.Of<string>();

    private static Type Of(Type definition, Draw draw) =>
        definition.MakeGenericType(draw.One(Members), draw.One(Members));
}
