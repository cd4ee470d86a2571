namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>A class whose operators compare texts with it. To them, null is a pattern that every text matches.</summary>
public sealed class Pattern(string start)
{
    private string Start => start;

    public static bool operator ==(string? text, Pattern? pattern) =>
        pattern is null || text?.StartsWith(pattern.Start, StringComparison.Ordinal) == true;

    public static bool operator !=(string? text, Pattern? pattern) => !(text == pattern);

    public static bool operator ==(Pattern? pattern, string? text) => text == pattern;

    public static bool operator !=(Pattern? pattern, string? text) => text != pattern;

    public override bool Equals(object? obj) => obj is Pattern other && other.Start == start;

    public override int GetHashCode() => start.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => start;
}
