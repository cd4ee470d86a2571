namespace FluentProfiles.Http.Retrying;

/// <summary>The values of timeouts: a time that a timer can run, or <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
internal static class TimeLimits
{
    /// <summary>The longest time that a timer of .NET can run, rounded down.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromTicks(LongestTicks);

    public const long LongestTicks = 49 * TimeSpan.TicksPerDay;

    /// <summary>Returns a timeout of a query or a call.</summary>
    /// <param name="value">The timeout.</param>
    /// <param name="parameter">The name of the argument or property.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no time that a timer can run.</exception>
    public static TimeSpan Checked(TimeSpan value, string parameter) =>
        IsNone(value) || IsTime(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                parameter,
                value,
                $"{parameter} must be above 0 and at most 49 days, or Timeout.InfiniteTimeSpan for no limit."
            );

    /// <summary>Returns the limit in force: one of a query or a call, or else the client's; null for none.</summary>
    public static TimeSpan? InForce(TimeSpan? own, TimeSpan? ofClient) =>
        own is not { } time ? ofClient
        : IsNone(time) ? null
        : time;

    public static bool IsNone(TimeSpan time) => time == Timeout.InfiniteTimeSpan;

    public static bool IsTime(TimeSpan time) => time > TimeSpan.Zero && time <= Longest;
}
