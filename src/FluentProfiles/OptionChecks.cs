using FluentProfiles.Http.Retrying;

namespace FluentProfiles;

/// <summary>Checks values of <see cref="ProfilesClientOptions"/>. Each method returns the value, or throws an exception that names
/// the option.</summary>
internal static class OptionChecks
{
    /// <summary>Returns a timeout; null for no limit.</summary>
    public static TimeSpan? TimeoutOrNull(TimeSpan? value, string option) =>
        value is not { } time || TimeLimits.IsNone(time) ? null
        : TimeLimits.IsTime(time) ? time
        : throw new ProfilesConfigurationException(
            $"ProfilesClientOptions.{option} must be above 0 and at most 49 days, or Timeout.InfiniteTimeSpan."
        );

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

    public static int NotNegative(int value, string option) =>
        value >= 0
            ? value
            : throw new ProfilesConfigurationException($"ProfilesClientOptions.{option} must be 0 or more.");
}
