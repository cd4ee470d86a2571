using System.Reflection;
using CsCheck;
using FluentProfiles.Tests.Properties.Expressions.Grammar;

namespace FluentProfiles.Tests.Properties.Expressions.Data;

/// <summary>Profiles with and without each part, by reflection: null and odd texts, unknown values, extreme times.</summary>
internal static class OddProfiles
{
    private static readonly string[] Texts =
    [
        "",
        " ",
        "a",
        "A",
        "ab",
        "aB b",
        "pro",
        "7",
        "-1",
        "é",
        "ß",
        "𝄞x",
        "\u0000",
        "{0}",
        "a\nb",
        "2026-05-01",
        "active",
    ];

    private static readonly DateTimeOffset[] Times =
    [
        TestProfiles.Start,
        TestProfiles.Start.AddHours(3),
        TestProfiles.Start.AddMicroseconds(1),
        new(9999, 12, 31, 23, 59, 59, 999, TimeSpan.Zero),
        DateTimeOffset.MinValue,
        new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero),
    ];

    public static readonly Gen<UserProfile[]> Any = Gen.ULong.Select(seed => Many(new(new(1, seed), depth: 1)));

    private static UserProfile[] Many(Draw draw) =>
        [.. Enumerable.Range(0, 4 + draw.Below(6)).Select(number => One(draw, number))];

    private static UserProfile One(Draw draw, int number)
    {
        var profile = (UserProfile)Value(draw, typeof(UserProfile), isNullable: false)!;
        // Ids and times are the order, which must be the only one.
        Set(profile, nameof(UserProfile.Id), TestProfiles.IdOf(number));
        Set(profile, nameof(UserProfile.Type), "user_profile");
        Set(profile, nameof(UserProfile.CreatedAt), Created(draw, number));
        return profile;
    }

    private static DateTimeOffset Created(Draw draw, int number) =>
        draw.Below(8) switch
        {
            0 => DateTimeOffset.MinValue.AddHours(number),
            1 => new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero).AddHours(-number),
            _ => TestProfiles.Start.AddHours(draw.Below(5)).AddMicroseconds(number),
        };

    private static object? Value(Draw draw, Type type, bool isNullable)
    {
        if (isNullable && draw.Chance(30))
            return null;
        var bare = Universe.Bare(type);
        if (bare == typeof(string))
            return draw.One(Texts);
        if (bare == typeof(DateTimeOffset))
            return draw.One(Times);
        if (bare == typeof(bool))
            return draw.Chance(50);
        if (Universe.IsExtensibleEnum(bare))
            return Pool.EnumOf(draw, bare, hasDefault: bare != typeof(EnforcementStatus));
        if (type == typeof(IReadOnlyList<EnforcementAction>))
            return Enumerable
                .Range(0, draw.Below(3))
                .Select(_ => (EnforcementAction)Value(draw, typeof(EnforcementAction), isNullable: false)!)
                .ToArray();
        return type.IsGenericType ? Map(draw, type) : Filled(draw, Activator.CreateInstance(type)!);
    }

    private static object Filled(Draw draw, object part)
    {
        foreach (var property in Universe.Properties(part.GetType()).Where(p => p.CanWrite))
        {
            if (property.PropertyType != typeof(AdditionalProperties))
                property.SetValue(part, Value(draw, property.PropertyType, IsNullable(property)));
        }
        return part;
    }

    private static object Map(Draw draw, Type type)
    {
        var item = type.GetGenericArguments()[0];
        var pairs = (System.Collections.IDictionary)
            Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
        for (var left = draw.Below(4); left > 0; left--)
            pairs[draw.One(["plan", "seat", "cyber", "one", "a"])] = Value(draw, item, isNullable: false) switch
            {
                "" => "pro",
                var value => value,
            };
        return Activator.CreateInstance(type, pairs)!;
    }

    private static bool IsNullable(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    private static void Set(UserProfile profile, string property, object value) =>
        typeof(UserProfile).GetProperty(property)!.SetValue(profile, value);
}
