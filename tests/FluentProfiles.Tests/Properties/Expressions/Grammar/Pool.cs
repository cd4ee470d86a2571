using System.Reflection;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Properties.Expressions.Grammar;

/// <summary>Values by type: few of each, so that different parts of a case meet, and those at the edges.</summary>
internal static class Pool
{
    private static readonly Dictionary<Type, object?[]> ByType = new()
    {
        [typeof(string)] =
        [
            null,
            "",
            " ",
            "a",
            "A",
            "ab",
            "aB b",
            "pro",
            "plan",
            "seat",
            "cyber",
            "one",
            "é",
            "7",
            "-1",
            "\u0000",
            "𝄞x",
            "{0}",
            "uprof_none",
            "active",
            "banned",
            "2026-05-01",
        ],
        [typeof(bool)] = [true, false],
        [typeof(int)] = [0, 1, -1, 2, 3, 7, 2026, int.MaxValue, int.MinValue],
        [typeof(long)] = [0L, 1L, -1L, 7L, long.MaxValue, long.MinValue],
        [typeof(double)] = [0d, 1d, -1.5, 0.5, double.NaN, double.MaxValue, double.NegativeInfinity],
        [typeof(decimal)] = [0m, 1m, -1.5m, decimal.MaxValue],
        [typeof(char)] = ['a', 'A', ' ', 'u', '\u0000', 'é'],
        [typeof(DayOfWeek)] = [DayOfWeek.Sunday, DayOfWeek.Friday, (DayOfWeek)9],
        [typeof(StringComparison)] = [StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase],
        [typeof(DateTimeOffset)] =
        [
            TestProfiles.Start,
            TestProfiles.Start.AddHours(3),
            TestProfiles.Start.AddMicroseconds(1),
            TestProfiles.Start.ToOffset(TimeSpan.FromHours(5)),
            new DateTimeOffset(DateTime.MaxValue, TimeSpan.FromHours(3)),
            new DateTimeOffset(DateTime.MinValue, TimeSpan.FromHours(-4)),
            DateTimeOffset.MinValue,
            DateTimeOffset.MaxValue,
        ],
        [typeof(DateTime)] =
        [
            TestProfiles.Start.UtcDateTime,
            TestProfiles.Start.DateTime,
            TestProfiles.Start.AddHours(3).UtcDateTime,
            DateTime.MinValue,
            DateTime.MaxValue,
        ],
        [typeof(TimeSpan)] =
        [
            TimeSpan.Zero,
            TimeSpan.FromHours(1),
            TimeSpan.FromDays(-2),
            TimeSpan.FromTicks(1),
            TimeSpan.MaxValue,
            TimeSpan.MinValue,
        ],
        [typeof(DateOnly)] = [new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 2), DateOnly.MinValue, DateOnly.MaxValue],
        [typeof(Pattern)] = [null, null, new Pattern(""), new Pattern("uprof_00000"), new Pattern("a")],
        [typeof(Deadline)] = [null, null, new Deadline(TestProfiles.Start.AddHours(2)), new Deadline(default)],
        [typeof(Money)] = [default(Money), new Money(1), new Money(-3), new Money(7)],
        [typeof(Guid)] = [Helpers.KeyOf(null), Helpers.KeyOf("a"), Guid.Empty],
        [typeof(Level)] = [Level.Low, Level.High],
        [typeof(UserProfile)] =
        [
            null,
            null,
            TestProfiles.One(0),
            new UserProfile
            {
                Id = "uprof_none",
                Metadata = new() { ["plan"] = "pro" },
            },
        ],
        [typeof(UserProfile[])] =
        [
            null,
            new[] { null, TestProfiles.One(1) },
            new[] { TestProfiles.One(0), null, TestProfiles.One(2) },
        ],
        [typeof(Flag)] = [default(Flag), new Flag(true)],
        [typeof(object)] = [null, 7, "a", true],
        [typeof(string[])] = [null, Array.Empty<string>(), new[] { "a", "pro" }, new[] { "a", null, "A" }],
        [typeof(KeyValuePair<string, string>)] = [new KeyValuePair<string, string>("plan", "pro")],
    };

    /// <summary>A value of a type, null where the pool knows none.</summary>
    public static object? One(Draw draw, Type type)
    {
        var bare = Universe.Bare(type);
        if (bare != type && draw.Chance(20))
            return null;
        if (ByType.TryGetValue(bare, out var values))
            return draw.One(values);
        return Universe.IsExtensibleEnum(bare) ? EnumOf(draw, bare, bare == type) : null;
    }

    /// <summary>The known values, the default, and one that the library does not know.</summary>
    public static object EnumOf(Draw draw, Type type, bool hasDefault)
    {
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == type);
        object[] all =
        [
            .. known.Select(property => property.GetValue(null)!),
            Activator.CreateInstance(type, type == typeof(EnforcementStatus) ? "banned" : "Active")!,
            .. hasDefault ? [Activator.CreateInstance(type)!] : Array.Empty<object>(),
        ];
        return draw.One(all);
    }
}
