namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>An object of an application whose methods conditions call.</summary>
public sealed class Helper(string prefix)
{
    public string Prefixed(string? text) => prefix + text;

    public bool Starts(string? text) => text?.StartsWith(prefix, StringComparison.Ordinal) == true;

    public int Add(int one, int? other) => unchecked(one + other ?? prefix.Length);

    public DateTimeOffset? Later(DateTimeOffset? time) => time?.Year < 9000 ? time.Value.AddDays(1) : null;

    public T Kept<T>(T value) => value;
}
