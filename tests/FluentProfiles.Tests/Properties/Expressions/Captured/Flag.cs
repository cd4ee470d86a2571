namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>A struct with logic of its own, also with a plain flag on the left.</summary>
public readonly record struct Flag(bool IsSet)
{
    public static bool operator !(Flag flag) => !flag.IsSet;

    public static bool operator &(bool left, Flag right) => left && right.IsSet;

    public static bool operator |(bool left, Flag right) => left || right.IsSet;

    public static Flag operator &(Flag left, Flag right) => new(left.IsSet && right.IsSet);

    public static bool operator true(Flag flag) => flag.IsSet;

    public static bool operator false(Flag flag) => !flag.IsSet;
}
