namespace FluentProfiles;

/// <summary>Creates changes of a member that an update can clear.</summary>
public static class Change
{
    /// <summary>Clears the member: <c>Name = Change.Clear</c>. It converts to every <see cref="Change{T}"/>. Members
    /// that the service can't clear have another type, so clearing them does not compile.</summary>
    public static ClearedValue Clear => new(clears: true);

    /// <summary>Sets the member to a value, or leaves it unchanged if the value is null.</summary>
    /// <param name="value">The value; null leaves the member unchanged.</param>
    public static Change<T> SetOrLeave<T>(T? value)
        where T : class => value is null ? default : (Change<T>)value;

    /// <summary>Sets the member to a value, or clears it if the value is null.</summary>
    /// <param name="value">The value; null clears the member.</param>
    public static Change<T> SetOrClear<T>(T? value)
        where T : class => value is null ? Clear : value;
}
