using System.Linq.Expressions;
using FluentProfiles.Expressions.Closing;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Expressions.Closing;

/// <summary>What does not depend on the profile is evaluated without being compiled, by the null rule, and gives what C#
/// gives.</summary>
public sealed class ClosedValueTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 22, 30, 0, TimeSpan.Zero);
    private static readonly UserProfile? NoProfile = null;
    private static readonly UserProfile Profile = new() { Id = "a", Name = "Bea" };
    private static readonly string? NoText = null;
    private static readonly string Text = "abc";
    private static readonly int? NoNumber = null;
    private static readonly int? NoOther = null;
    private static readonly int? Five = 5;
    private static readonly int Two = 2;
    private static readonly bool Yes = true;
    private static readonly bool No = false;
    private static readonly object Boxed = 7;
    private static readonly Func<int, int>? NoCode = null;
    private static readonly Func<int, int> Double = number => 2 * number;
    private static readonly DateTimeOffset? NoTime = null;

    private static readonly Dictionary<string, (Expression<Func<object?>> Written, object? Value)> Cases = new()
    {
        ["constant"] = (() => 1, 1),
        ["field"] = (() => Text, "abc"),
        ["member"] = (() => Profile.Name, "Bea"),
        ["member of null"] = (() => NoProfile!.Name, null),
        ["member of a member of null"] = (() => NoProfile!.ExternalUserDetails.Country!.Length, null),
        ["static member"] = (() => TimeSpan.Zero, TimeSpan.Zero),
        ["has value"] = (() => Five.HasValue, true),
        ["has no value"] = (() => NoNumber.HasValue, false),
        ["value"] = (() => Five!.Value, 5),
        ["value of null"] = (() => NoNumber!.Value, null),
        ["call"] = (() => Text.Substring(1), "bc"),
        ["call on null"] = (() => NoText!.Substring(1), null),
        ["static call"] = (() => string.Concat(Text, "d"), "abcd"),
        ["call on null of a nullable"] = (() => NoNumber.GetValueOrDefault(), 0),
        ["call with default on a nullable"] = (() => NoNumber.GetValueOrDefault(9), 9),
        ["call on a nullable"] = (() => Five.GetValueOrDefault(9), 5),
        ["conditional"] = (() => Yes ? Text : "x", "abc"),
        ["conditional, otherwise"] = (() => No ? Text : "x", "x"),
        ["conditional on null"] = (() => NoText!.StartsWith("a") ? 1 : 2, 2),
        ["conditional, the other is not evaluated"] = (() => Yes ? 1 : Thrown(), 1),
        ["and"] = (() => Yes && Two == 2, true),
        ["and, false"] = (() => Yes && Two == 3, false),
        ["and, the rest is not evaluated"] = (() => No && Thrown() == 1, false),
        ["or"] = (() => No || Two == 2, true),
        ["or, false"] = (() => No || Two == 3, false),
        ["or, the rest is not evaluated"] = (() => Yes || Thrown() == 1, true),
        ["and of null"] = (() => NoText!.StartsWith("a") && Yes, false),
        ["or of null"] = (() => NoText!.StartsWith("a") || No, false),
        ["and of a nullable"] = (() => ((bool?)Yes) & null, null),
        ["not"] = (() => !Yes, false),
        ["not, false"] = (() => !No, true),
        ["not of null"] = (() => !NoText!.StartsWith("a"), true),
        ["complement"] = (() => ~Two, ~2),
        ["coalesce"] = (() => NoText ?? Text, "abc"),
        ["coalesce of a value"] = (() => Text ?? "x", "abc"),
        ["coalesce, the rest is not evaluated"] = (() => Five ?? Thrown(), 5),
        ["equal"] = (() => Two == 2, true),
        ["equal to null"] = (() => Five == NoNumber, false),
        ["null equal to null"] = (() => NoNumber == null, true),
        ["null equal to a value"] = (() => NoNumber == Five, false),
        ["unequal to null"] = (() => Five != NoNumber, true),
        ["null unequal to a value"] = (() => NoNumber != Five, true),
        ["null unequal to null"] = (() => NoNumber != null, false),
        ["below null"] = (() => Five < NoNumber, false),
        ["null at most null"] = (() => NoNumber <= NoOther, false),
        ["sum"] = (() => Five + Two, 7),
        ["sum with null"] = (() => Five + NoNumber, null),
        ["null and a sum"] = (() => NoNumber + Five, null),
        ["texts equal"] = (() => Text == "abc", true),
        ["text and null"] = (() => NoText == Text, false),
        ["nulls of texts"] = (() => NoText == null, true),
        ["times"] = (() => Now - TimeSpan.FromHours(1) > Now, false),
        ["time and null"] = (() => NoTime < Now, false),
        ["time less null"] = (() => NoTime - TimeSpan.FromHours(1), null),
        ["negation"] = (() => -Two, -2),
        ["negation of null"] = (() => -NoNumber, null),
        ["negation of a time"] = (() => -TimeSpan.FromHours(Two), TimeSpan.FromHours(-2)),
        ["widened"] = (() => (long)Two, 2L),
        ["widened null"] = (() => (long?)NoNumber, null),
        ["narrowed"] = (() => (byte)Two, (byte)2),
        ["made nullable"] = (() => (int?)Two, 2),
        ["unboxed"] = (() => (int)Boxed, 7),
        ["as"] = (() => Boxed as string, null),
        ["as what it is"] = (() => Boxed as int?, 7),
        ["is"] = (() => Boxed is int, true),
        ["is not"] = (() => Boxed is string, false),
        ["text to enum"] = (() => (EnforcementStatus)Text, new EnforcementStatus("abc")),
        ["null text to enum"] = (() => (EnforcementStatus)NoText, default(EnforcementStatus)),
        ["null to a time"] = (() => (DateTimeOffset?)null, null),
        ["new object"] = (
            () => new DateTimeOffset(2026, 5, Two, 0, 0, 0, TimeSpan.Zero),
            TestProfiles.Start.AddDays(1)
        ),
        ["new struct"] = (() => new TimeSpan(), TimeSpan.Zero),
        ["default"] = (() => default(int), 0),
        ["array"] = (() => new[] { Two, 3 }.Length, 2),
        ["element"] = (() => new[] { Two, 3 }[1], 3),
        ["code"] = (() => Double(Two), 4),
        ["no code"] = (() => NoCode!(Two), null),
        ["filled object"] = (() => new UserProfile { Id = Text }.Id, "abc"),
        ["UtcNow"] = (() => DateTimeOffset.UtcNow, Now),
        ["Now"] = (() => DateTimeOffset.Now, Now.ToOffset(TimeSpan.FromHours(3))),
        ["UtcNow without offset"] = (() => DateTime.UtcNow, Now.UtcDateTime),
        ["Now without offset"] = (() => DateTime.Now, Now.LocalDateTime),
        ["Today"] = (() => DateTime.Today, Now.LocalDateTime.Date),
        ["Now without offset is local"] = (() => DateTime.Now.Kind, DateTimeKind.Local),
        ["Today is local"] = (() => DateTime.Today.Kind, DateTimeKind.Local),
        ["Now without offset is the moment"] = (() => DateTime.Now.ToUniversalTime(), Now.UtcDateTime),
        ["Now without offset as one with"] = (() => (DateTimeOffset)DateTime.Now, Now.ToLocalTime()),
        ["Now of Visual Basic"] = (() => Microsoft.VisualBasic.DateAndTime.Now, Now.LocalDateTime),
        ["Today of Visual Basic"] = (() => Microsoft.VisualBasic.DateAndTime.Today, Now.LocalDateTime.Date),
        ["UtcNow of another type"] = (() => Clock.UtcNow, "its own"),
        ["Now of another type"] = (() => Clock.Now, "its own"),
        ["Today of another type"] = (() => Clock.Today, "its own"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_IsThatOfCSharp(string name)
    {
        var (written, value) = Cases[name];
        var clock = new FakeTimeProvider(Now);
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("there", TimeSpan.FromHours(3), "there", "there"));

        var found = new ClosedValue(clock).Of(written.Body);

        Assert.Equal(value, found);
        Assert.Equal(value?.GetType(), found?.GetType());
    }

    [Fact]
    public void ExceptionOfACall_ComesAsItWasThrown() =>
        Assert.Throws<TimeoutException>(() =>
            new ClosedValue(TimeProvider.System).Of(((Expression<Func<int>>)(() => Thrown())).Body)
        );

    private static int Thrown() => throw new TimeoutException();

    private static class Clock
    {
        public static string UtcNow => "its own";

        public static string Now => "its own";

        public static string Today => "its own";
    }
}
