namespace FluentProfiles.Mirror.Passes;

/// <summary>The time down to which new profiles are read.</summary>
internal static class EarlierTime
{
    /// <summary>The time that lies before another one; the first that there is where that one is too early. A profile that a test has
    /// made may have no time of its own.</summary>
    public static DateTimeOffset? Before(DateTimeOffset? time, TimeSpan by) =>
        time < DateTimeOffset.MinValue + by ? DateTimeOffset.MinValue : time - by;
}
