namespace FluentProfiles.Http;

/// <summary>The rate of a background client's requests.</summary>
internal static class RequestRate
{
    /// <exception cref="ArgumentOutOfRangeException">The value is no number of requests a second.</exception>
    public static void ThrowIfNone(double? maxRequestsPerSecond, string parameter)
    {
        if (maxRequestsPerSecond is { } rate && !(double.IsFinite(rate) && rate > 0))
            throw new ArgumentOutOfRangeException(
                parameter,
                rate,
                "The number of requests a second must be finite and above 0. Leave it out for no limit."
            );
    }
}
