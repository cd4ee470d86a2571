namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>Methods as an application has them: static ones, and extensions of classes, structs and nullable structs.</summary>
public static class Helpers
{
    public static int LengthOf(string? text) => text?.Length ?? -1;

    public static string Or(string? text, string? other) => text ?? other ?? "nothing";

    public static bool IsSet(bool? flag) => flag.HasValue;

    public static int Twice(int number) => unchecked(number * 2);

    public static string StatusText(EnforcementStatus status) => $"<{status}>";

    public static bool[]? FlagsOf(string? text) => text is null ? null : [text.Length > 1];

    public static bool IsThere(CyberProgram? cyber) => cyber is not null;

    public static string? NameOf(UserProfile profile) => profile.Name;

    public static Money PriceOf(string? text) => new(text?.Length ?? 2);

    public static Money? PriceOrNone(string? text) => text is null ? null : new(text.Length);

    public static Flag FlagOf(string? text) => new(text is null);

    public static Level LevelOf(string? text) => text is null ? Level.High : Level.Low;

    public static Guid KeyOf(string? text) => new(text?.Length ?? 0, 0, 0, new byte[8]);

    public static Money Priced(this string text) => new(text.Length);

    public static Flag AsFlag(this string text) => new(text.Length > 1);

    public static string Doubled(this string text) => text + text;

    public static bool IsBlank(this string? text) => string.IsNullOrWhiteSpace(text);

    public static int YearOr(this DateTimeOffset? time, int other) => time?.Year ?? other;

    public static int OrMinusOne(this int? number) => number ?? -1;

    public static int PlusOne(this int number) => unchecked(number + 1);

    public static string? TextOf(this ProgramStatus status) => status.ToString();

    public static string TextOrNone(this ProgramStatus? status) => status?.ToString() ?? "none";

    public static bool IsRecent(this DateTimeOffset? time, DateTimeOffset since) => time > since;

    public static string? AsText(this object value) => value.ToString();

    public static T Same<T>(this T value) => value;
}
