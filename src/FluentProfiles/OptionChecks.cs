using FluentProfiles.Http.Calls;

namespace FluentProfiles;

/// <summary>Checks values of <see cref="ProfilesClientOptions"/>. Each method returns the value, or throws an exception that names
/// the option.</summary>
internal static class OptionChecks
{
    /// <summary>Returns a timeout; null for no limit.</summary>
    public static TimeSpan? TimeoutOrNull(TimeSpan? value, string option) =>
        value is not { } time || IsNoLimit(time) ? null
        : IsLimit(time) ? time
        : throw new ProfilesConfigurationException(
            $"ProfilesClientOptions.{option} must be above 0 and at most 49 days, or Timeout.InfiniteTimeSpan."
        );

    /// <summary>Returns a timeout of a query or a call.</summary>
    /// <param name="value">The timeout.</param>
    /// <param name="parameter">The name of the argument or property.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no time that a timer can run.</exception>
    public static TimeSpan Checked(TimeSpan value, string parameter) =>
        IsNoLimit(value) || IsLimit(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                parameter,
                value,
                $"{parameter} must be above 0 and at most 49 days, or Timeout.InfiniteTimeSpan for no limit."
            );

    /// <summary>Returns the limit in force: one of a query or a call, or else the client's; null for none.</summary>
    public static TimeSpan? LimitOf(TimeSpan? own, TimeSpan? ofClient) =>
        own is not { } time ? ofClient
        : IsNoLimit(time) ? null
        : time;

    /// <summary>Rejects null, because callers may compile without nullable references.</summary>
    public static T Given<T>(T? value, string option)
        where T : class =>
        value
        ?? throw new ProfilesConfigurationException(
            $"ProfilesClientOptions.{option} is null. Leave it at its default."
        );

    public static T AtMost<T>(T most, T value, string option)
        where T : struct, IComparable<T> =>
        value.CompareTo(most) <= 0
            ? value
            : throw new ProfilesConfigurationException($"ProfilesClientOptions.{option} must be at most {most}.");

    public static T Positive<T>(T value, string option)
        where T : struct, IComparable<T> =>
        value.CompareTo(default) > 0
            ? value
            : throw new ProfilesConfigurationException($"ProfilesClientOptions.{option} must be above 0.");

    public static int? PositiveOrNull(int? value, string option) =>
        value is { } number ? Positive(number, option) : null;

    private static bool IsNoLimit(TimeSpan time) => time == Timeout.InfiniteTimeSpan;

    private static bool IsLimit(TimeSpan time) => time > TimeSpan.Zero && time <= ServiceSettings.LongestTimer;

    public static int NotNegative(int value, string option) =>
        value >= 0
            ? value
            : throw new ProfilesConfigurationException($"ProfilesClientOptions.{option} must be 0 or more.");
}
