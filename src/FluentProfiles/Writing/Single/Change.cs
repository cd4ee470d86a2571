namespace FluentProfiles;

/// <summary>Makes changes of a member that an update may clear.</summary>
public static class Change
{
    /// <summary>Clears the member: <c>Name = Change.Clear</c>. Converts to every <see cref="Change{T}"/>; a member that the
    /// service cannot clear has another type, so that this does not compile.</summary>
    public static ClearedValue Clear => new(clears: true);

    /// <summary>Sets the member to a value, and leaves it alone where there is none.</summary>
    /// <param name="value">The value; null leaves the member alone.</param>
    public static Change<T> SetOrLeave<T>(T? value)
        where T : class => value is null ? default : (Change<T>)value;

    /// <summary>Sets the member to a value, and clears it where there is none.</summary>
    /// <param name="value">The value; null clears the member.</param>
    public static Change<T> SetOrClear<T>(T? value)
        where T : class => value is null ? Clear : value;
}
