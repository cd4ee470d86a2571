using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>New objects of the model's types, which stand where a member of the type may stand.</summary>
internal static class PartRules
{
    private static readonly HashSet<Type> Created =
    [
        .. Universe.Parts.Where(type =>
            type != typeof(UserProfile) && type.IsClass && type.GetConstructor(Type.EmptyTypes) is not null
        ),
    ];

    private static readonly ConstructorInfo Map = typeof(ProfileMap<string>).GetConstructor([
        typeof(IEnumerable<KeyValuePair<string, string>>),
    ])!;

    private static readonly ConstructorInfo OfPair = typeof(Pairs).GetConstructor([typeof(string)])!;

    public static IEnumerable<Production> For(Type type)
    {
        if (Created.Contains(type))
            yield return new(2, _ => Expression.New(type));
        if (type == typeof(ProfileMap<string>))
            yield return new(5, MapOrNew);
        if (type == typeof(string))
            yield return new(3, draw => Expression.Call(MapOrNew(draw), "get_Item", null, Expression.Constant("x")));
        if (type == typeof(object))
            yield return new(2, draw => Expression.Convert(NewMap(draw), type));
        if (type == typeof(bool))
            yield return new(
                2,
                draw => Expression.NotEqual(NewMap(draw), Expression.Constant(null, Map.DeclaringType!))
            );
    }

    private static Expression MapOrNew(Draw draw) =>
        draw.Below(3) switch
        {
            0 => NewMap(draw),
            1 => Expression.Coalesce(draw.Of<ProfileMap<string>>(), NewMap(draw)),
            _ => Expression.Condition(draw.Of<bool>(), NewMap(draw), draw.Of<ProfileMap<string>>()),
        };

    private static NewExpression NewMap(Draw draw) =>
        Expression.New(
            Map,
            Expression.Convert(Expression.New(OfPair, draw.Of<string>()), Map.GetParameters()[0].ParameterType)
        );
}
