namespace FluentProfiles.Http;

/// <summary>Which failures may pass, and how long to wait before the next attempt.</summary>
internal static class RetryTable
{
    public static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    /// <summary>Whether another attempt has a point and does no harm.</summary>
    public static bool Allows(ServiceCall call, ProfilesException failure) =>
        failure switch
        {
            ProfilesApiException refusal => MayPass(refusal),
            ProfilesConnectionException broken => !broken.IsLasting,
            _ => false,
        } && (call.IsIdempotent || !Delivery.IsUnknown(failure));

    /// <summary>What the service asks for; else from 0.5 s, doubled each time, up to 8 s, and by chance anything between a
    /// wait and its double, lest those that failed together come back together.</summary>
    /// <param name="failure">The failure of the last attempt.</param>
    /// <param name="retries">How many retries there were before this one.</param>
    public static TimeSpan WaitAfter(Exception? failure, int retries) =>
        (failure as ProfilesApiException)?.RetryAfter
        ?? Shorter(ShortestWait * Math.Pow(2, retries), LongestWait / 2) * (1 + Random.Shared.NextDouble());

    /// <summary>Whether a refusal may pass with time. The service's own word comes before the table; but no wait lifts a spend
    /// limit, whatever a header says.</summary>
    public static bool MayPass(ProfilesApiException refusal) =>
        refusal.ErrorCode != "enforced_spend_limit_reached"
        && (refusal.ShouldRetry ?? (int)refusal.StatusCode is 408 or 409 or 429 or >= 500);

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
