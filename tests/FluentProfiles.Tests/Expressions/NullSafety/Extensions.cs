namespace FluentProfiles.Tests.Expressions.NullSafety;

/// <summary>Extension methods as an application may have them.</summary>
internal static class Extensions
{
    public static string Twice(this string text) => text + text;

    public static bool IsBlank(this string? text) => string.IsNullOrWhiteSpace(text);

    public static int YearOr(this DateTimeOffset? time, int other) => time?.Year ?? other;

    public static int YearOf(this DateTimeOffset time) => time.Year;

    public static int OrMinusOne(this int? number) => number ?? -1;

    public static int PlusOne(this int number) => number + 1;

    public static string? AsText(this object value) => value.ToString();

    public static T Same<T>(this T value) => value;

    public static string Join(this string text, string? other, int number) => text + other + number;

    public static string TextOf(this ProgramStatus status) => status.ToString();

    public static string TextOfNullable(this ProgramStatus? status) => status?.ToString() ?? "none";

    extension(string text)
    {
        public string Thrice() => text + text + text;
    }

    extension(DateTimeOffset? time)
    {
        public bool IsThere() => time is not null;
    }
}
